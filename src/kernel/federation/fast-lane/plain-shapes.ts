import { z } from "zod";
import type { Json } from "../../base/canonical-json.ts";
import { webUrl, type RemoteDocument } from "../documents/reading.ts";

const activityStreams = "https://www.w3.org/ns/activitystreams";

/** The one vocabulary of this lane, under which every member below means what it is called. */
const plainContext = z.union([z.literal(activityStreams), z.tuple([z.literal(activityStreams)])]);

/** Written as the platform writes it, so that nobody finds another address in it. */
const uri = z.string().refine((text) => webUrl(text) === text);
const uris = z.union([uri, z.array(uri)]);
const instant = z.iso.datetime().refine(isInstant);
const nothing = z.literal("");

/** Who may read it, and when it was written: on activities and on objects. */
const addressed = { to: uris.optional(), cc: uris.optional(), published: instant.optional() };

const activity = { "@context": plainContext, id: uri, actor: uri, attributedTo: uri.optional(), ...addressed };

const mention = z.strictObject({ type: z.literal("Mention"), href: uri, name: z.string() });

/** A vote in a poll: a Note that names an option. snac2 sends `<br>` as its text, and a good deal more that says nothing. */
const vote = z.strictObject({
  "@context": plainContext.optional(),
  id: uri,
  type: z.literal("Note"),
  attributedTo: uri,
  inReplyTo: uri,
  name: z.string().min(1).refine(isWellFormed),
  content: z.enum(["", "<br>"]).optional(),
  summary: nothing.optional(),
  sourceContent: nothing.optional(),
  context: uri.optional(),
  url: uri.optional(),
  tag: z.array(mention).optional(),
  ...addressed,
});

const follow = z.strictObject({
  "@context": plainContext.optional(),
  id: uri,
  type: z.literal("Follow"),
  actor: uri,
  object: uri,
  ...addressed,
});

const tombstone = z.strictObject({ id: uri, type: z.literal("Tombstone") });

const plainShapes = z.discriminatedUnion("type", [
  z.strictObject({ ...activity, type: z.enum(["Follow", "Join", "Leave", "Like"]), object: uri }),
  z.strictObject({ ...activity, type: z.literal("Create"), object: vote }),
  z.strictObject({ ...activity, type: z.literal("Undo"), object: follow }),
  z.strictObject({ ...activity, type: z.literal("Delete"), object: z.union([uri, tombstone]) }),
]);

/**
 * Whether this is exactly one of the shapes in which servers send votes, follows and their undoing, joins, leaves, likes and
 * deletions. False for everything else, however slightly it differs.
 *
 * What is so shaped may be read by its plain names, with nothing expanded: the context is the plain one, no member is there that is
 * not listed, and each has the one form it is listed with. A reader of JSON-LD finds the same in it (the tests compare), and tricks
 * with terms, graphs or rearranged signatures (CVE-2022-24307, CVE-2026-42462, CVE-2026-46349) have nowhere to stand.
 */
export function hasPlainShape(json: Json): json is RemoteDocument {
  return plainShapes.safeParse(json).success;
}

function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
