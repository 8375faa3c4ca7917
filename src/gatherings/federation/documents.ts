import type { Json } from "../../kernel/base/canonical-json.ts";
import { activityAround } from "../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";

/** The contexts of all that gatherings publish; both are known to everybody, so that nobody needs to fetch them. */
export const context: readonly Json[] = [
  "https://www.w3.org/ns/activitystreams",
  {
    toot: "http://joinmastodon.org/ns#",
    votersCount: "toot:votersCount",
    mz: "https://joinmobilizon.org/ns#",
    joinMode: { "@id": "mz:joinMode", "@type": "mz:joinModeType" },
    timezone: { "@id": "mz:timezone", "@type": "mz:timezone" },
    maximumAttendeeCapacity: "https://schema.org/maximumAttendeeCapacity",
    remainingAttendeeCapacity: "https://schema.org/remainingAttendeeCapacity",
    ical: "http://www.w3.org/2002/12/cal/ical#",
    status: "ical:status",
  },
];

/** An activity of a gathering around an object, addressed as the object is. */
export function activity(
  type: "Create" | "Update",
  id: string,
  actor: string,
  object: ActivityDocument,
): ActivityDocument {
  return activityAround(context, type, id, actor, object);
}
