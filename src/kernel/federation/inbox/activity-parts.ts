import { accepted, refused, type Result } from "../../base/result.ts";
import { isSameOrigin } from "../documents/reading.ts";
import type { ReceivedActivity, ReceivedAttachment, ReceivedObject, ReceivedPoll, RemoteActor } from "../received.ts";
import { plainText } from "./plain-text.ts";

/** What a reader of activities found, however it reads them. URIs are as the platform writes them. */
export interface ActivityParts {
  readonly id: string;
  readonly type: string;
  readonly actorUri: string;
  /** Ids of everything in `object`. */
  readonly objectIds: readonly string[];
  /** The object, where it was given whole. */
  readonly object: ObjectParts | undefined;
  readonly target: string | undefined;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** HTML or plain text that came with the activity itself. */
  readonly said: string | undefined;
}

/** An object given whole, which may itself be an activity. */
export interface ObjectParts {
  readonly id: string | undefined;
  readonly type: string;
  readonly attributedTo: readonly string[];
  /** For an activity inside: who did it, and to what. */
  readonly actorUri: string | undefined;
  readonly objectId: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly name: string | undefined;
  readonly html: string | undefined;
  readonly summary: string | undefined;
  readonly url: string | undefined;
  readonly poll: ReceivedPoll | undefined;
  readonly attachments: readonly ReceivedAttachment[];
  readonly published: Temporal.Instant | undefined;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly language: string | undefined;
}

/** An activity as it stands, whose sender is still to be looked at. */
export type UnrolledActivity = Omit<ReceivedActivity, "actor" | "receivedAt" | "movedTo">;

/** `forged`: it speaks of what is not the sender's. `not-understood`: nothing can be made of it. */
export interface ActivityProblem {
  readonly kind: "forged" | "not-understood";
  readonly detail: string;
}

const worldAudience = "https://www.w3.org/ns/activitystreams#Public";
const carriers = ["Create", "Update"];
const MOST_HTML = 20_000;

/**
 * Makes one meaning of the parts, the same whoever read them, and refuses what its sender had no right to say: an id or an object
 * of another server, a text attributed to somebody else, taking back what another did (NodeBB, Decidim, CVE-2024-37903).
 */
export function activityFrom(parts: ActivityParts): Result<UnrolledActivity, ActivityProblem> {
  const forgery = forgeryIn(parts);
  if (forgery !== undefined) return refused({ kind: "forged", detail: forgery });
  if (parts.objectIds.length !== 1 && parts.type !== "Flag" && parts.object === undefined) {
    return refused({ kind: "not-understood", detail: `${parts.objectIds.length} objects` });
  }
  const { id, type, target, object } = parts;
  const isCarried = object !== undefined && carriers.includes(type);
  return accepted({
    id,
    type,
    objectId: object?.id ?? parts.objectIds[0],
    object: isCarried ? objectFrom(object, parts) : undefined,
    inner:
      object === undefined || isCarried ? undefined : { type: object.type, id: object.id, objectId: object.objectId },
    target,
    objects: type === "Flag" ? parts.objectIds : [],
    text: parts.said === undefined ? undefined : plainText(parts.said),
  });
}

/** The activity with everything that is known when it is acted on. */
export function rolledUp(
  activity: UnrolledActivity,
  actor: RemoteActor,
  receivedAt: Temporal.Instant,
  movedTo: RemoteActor | undefined,
): ReceivedActivity {
  return { ...activity, actor, receivedAt, movedTo };
}

function forgeryIn(parts: ActivityParts): string | undefined {
  const { id, type, actorUri, object } = parts;
  if (!isSameOrigin(id, actorUri)) return "the activity has the id of another server";
  const objectId = object?.id ?? parts.objectIds[0];
  switch (type) {
    case "Create":
    case "Update":
      return object === undefined ? undefined : forgeryInCarried(object, actorUri);
    case "Delete":
      return isOfServer(objectId, actorUri) ? undefined : "it deletes what is another server's";
    case "Move":
      return objectId === actorUri ? undefined : "it moves somebody else";
    case "Undo":
      if (!isOfServer(objectId, actorUri)) return "it takes back what is another server's";
      return object?.actorUri === undefined || object.actorUri === actorUri
        ? undefined
        : "it takes back what another did";
    default:
      return undefined;
  }
}

function forgeryInCarried(object: ObjectParts, actorUri: string): string | undefined {
  if (!isOfServer(object.id, actorUri)) return "the object has the id of another server";
  const isItself = object.id === actorUri;
  const isAttributed = object.attributedTo.includes(actorUri) && object.attributedTo.length === 1;
  if (isItself || isAttributed || object.attributedTo.length === 0) return undefined;
  return "the object is attributed to somebody else";
}

/** A thing without an id belongs to whoever sends it. */
function isOfServer(id: string | undefined, actorUri: string): boolean {
  return id === undefined || isSameOrigin(id, actorUri);
}

function objectFrom(object: ObjectParts, parts: ActivityParts): ReceivedObject {
  const { id, type, inReplyTo, name, html, summary, url, poll, attachments, published, language } = object;
  const { to, cc } = object.to.length + object.cc.length > 0 ? object : parts;
  const audience = [...new Set([...to, ...cc])];
  return {
    id,
    type,
    attributedTo: parts.actorUri,
    inReplyTo,
    name,
    text: html === undefined ? undefined : plainText(html),
    html: html?.slice(0, MOST_HTML),
    summary: summary?.slice(0, MOST_HTML),
    url,
    poll,
    ...(attachments.length > 0 && { attachments }),
    published,
    audience: audience.filter((uri) => uri !== worldAudience),
    isPublic: audience.includes(worldAudience),
    ...(cc.includes(worldAudience) && !to.includes(worldAudience) && { isQuiet: true as const }),
    language,
  };
}
