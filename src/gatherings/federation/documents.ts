import type { Json } from "../../kernel/base/canonical-json.ts";
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

const publicAudience = "https://www.w3.org/ns/activitystreams#Public";

/** Who an object is for: the world and the gathering's followers, or one actor alone. */
export interface Audience {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** The one person addressed, who must be mentioned for their server to show it as a message. */
  readonly mention: { readonly uri: string; readonly handle: string } | undefined;
}

/** For the world and the followers of `actor`. */
export function worldAudience(actor: string): Audience {
  return { to: [publicAudience], cc: [`${actor}/followers`], mention: undefined };
}

/** For one person alone. */
export function personalAudience(person: { readonly uri: string; readonly handle: string }): Audience {
  return { to: [person.uri], cc: [], mention: person };
}

/** The addressing of an object or an activity. An empty `tag` is left out: Gancio refuses it with some databases. */
export function addressing(audience: Audience): ActivityDocument {
  const { mention } = audience;
  return {
    to: audience.to,
    cc: audience.cc,
    tag: mention === undefined ? undefined : [{ type: "Mention", href: mention.uri, name: mention.handle }],
  };
}

/** An activity around an object, addressed as the object is. */
export function activity(
  type: "Create" | "Update",
  id: string,
  actor: string,
  object: ActivityDocument,
): ActivityDocument {
  return {
    "@context": context,
    id,
    type,
    actor,
    to: object["to"],
    cc: object["cc"],
    published: object["published"],
    object,
  };
}

/** Paragraphs of plain text as HTML; a URL alone in its paragraph becomes a link. */
export function htmlFromParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `<p>${linked(text)}</p>`).join("");
}

function linked(text: string): string {
  const safe = escapeHtml(text);
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${safe}">${safe}</a>` : safe.replaceAll("\n", "<br>");
}

/** The text with everything that HTML reads as markup written out. */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
