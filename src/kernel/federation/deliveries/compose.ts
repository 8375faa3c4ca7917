import type { Json } from "../../base/canonical-json.ts";
import { isObject, isSameUri, textsOf, type RemoteDocument } from "../documents/reading.ts";
import { localActorUri, type ActorKeys } from "../keys/actor-keys.ts";
import type { Outgoing } from "../outgoing.ts";
import { documentFrom } from "../serving/objects.ts";
import { withIntegrityProof } from "./integrity-proof.ts";

/** An activity as it goes out: what is signed, served and sent is this text, to the letter. */
export interface ComposedActivity {
  readonly id: string;
  readonly sender: string;
  readonly document: string;
  readonly isPublic: boolean;
}

const worldAudience = "https://www.w3.org/ns/activitystreams#Public";
const activityStreams = "https://www.w3.org/ns/activitystreams";

/**
 * Makes the text of an outgoing activity. One without an id gets `fallbackId`; its actor is the sender's URI; empty `tag` lists
 * go, since Gancio answers 400 to them; what the world may read carries an integrity proof, what it may not carries none, so that
 * a private message can be disowned.
 */
export async function composeActivity(
  outgoing: Pick<Outgoing, "from" | "activity">,
  fallbackId: string,
  surroundings: { readonly origin: URL; readonly keys: ActorKeys; readonly now: Temporal.Instant },
): Promise<ComposedActivity> {
  const { origin, keys, now } = surroundings;
  const actor = localActorUri(origin, outgoing.from);
  const given = withoutEmptyTags(await documentFrom(outgoing.activity));
  if (!isObject(given)) throw new Error(`what ${outgoing.from} says is no activity`);
  const said: RemoteDocument = { "@context": activityStreams, id: fallbackId, actor, ...given };
  const { id } = said;
  if (typeof id !== "string" || new URL(id).origin !== origin.origin)
    throw new Error(`an activity of ${actor} has a foreign id`);
  if (!isSameUri(said["actor"], actor)) throw new Error(`the activity ${id} is not said by ${actor}`);
  const isPublic = [...textsOf(said["to"]), ...textsOf(said["cc"])].includes(worldAudience);
  const document = isPublic ? withIntegrityProof(said, (await keys.of(outgoing.from)).ed25519, now) : said;
  return { id, sender: outgoing.from, document: JSON.stringify(document), isPublic };
}

function withoutEmptyTags(json: Json): Json {
  if (!isObject(json)) return json;
  const members = Object.entries(json).flatMap(([name, value]) => {
    const isEmptyTag = name === "tag" && Array.isArray(value) && value.length === 0;
    return isEmptyTag || value === undefined ? [] : [[name, name === "object" ? withoutEmptyTags(value) : value]];
  });
  return Object.fromEntries(members) as Json;
}
