import type { Json } from "../../base/canonical-json.ts";
import type { ActivityDocument } from "../outgoing.ts";

/** The names of what native polls add to ActivityStreams; known to everybody, so that nobody needs to fetch it. */
export const pollContext: readonly Json[] = [
  "https://www.w3.org/ns/activitystreams",
  { toot: "http://joinmastodon.org/ns#", votersCount: "toot:votersCount" },
];

/** The world, as ActivityPub names it. */
const publicAudience = "https://www.w3.org/ns/activitystreams#Public";

/** Who an object is for: the world and the gathering's followers, or one actor alone. */
export interface Audience {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** The one person addressed, who must be mentioned for their server to show it as a message. */
  readonly mention: { readonly uri: string; readonly handle: string } | undefined;
}

/** For the world and the followers of `actor`, a URI. */
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

/** An activity around an object, addressed as the object is; `context` as for {@link ActivityDocument}. */
export function activityAround(
  context: Json,
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
