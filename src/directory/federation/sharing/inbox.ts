import { readStrictJson } from "../../../kernel/federation/inbox/strict-json.ts";
import type { ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { hearSentChanges } from "../../commands/sharing/hear-changes.ts";
import { declineFollow, endFollowers, letFollow } from "../../commands/sharing/let-follow.ts";
import { takeDirectoryAnswer } from "../../commands/sharing/take-follow-answer.ts";
import { followOf } from "../../store/sharing/followers.read.ts";
import { originsOfActor } from "../../store/sharing/origins.read.ts";
import { directoryActorUri, directoryFollowIn } from "./addresses.ts";

/** Follow: another directory, or another program, wants to hear of changes. */
const following: Recogniser = {
  name: "directory/following",
  types: ["Follow"],
  isOverheard: true,
  async recognise(activity, { origin }) {
    if (activity.objectId !== directoryActorUri(origin)) return undefined;
    const { uri, host, handle, inbox, sharedInbox, type } = activity.actor;
    if (type === "Person") return { command: declineFollow, input: { uri, followId: activity.id } };
    return { command: letFollow, input: { uri, host, handle, inbox, sharedInbox, followId: activity.id } };
  },
};

/** Undo of a Follow, given whole or by its id; Block: nobody is told any more. */
const unfollowing: Recogniser = {
  name: "directory/unfollowing",
  types: ["Undo", "Block"],
  isOverheard: true,
  async recognise(activity, { origin, read }) {
    const { uri } = activity.actor;
    const end = { command: endFollowers, input: { uris: [uri] } };
    if (unfollowed(activity) === directoryActorUri(origin)) return end;
    if (activity.type !== "Undo" || activity.objectId === undefined) return undefined;
    return (await followOf(read, uri)) === activity.objectId ? end : undefined;
  },
};

function unfollowed(activity: ReceivedActivity): string | undefined {
  if (activity.type === "Block") return activity.objectId;
  return activity.inner?.type === "Follow" ? activity.inner.objectId : undefined;
}

/** The answer of another directory to our Follow. */
const answers: Recogniser = {
  name: "directory/follow-answers",
  types: ["Accept", "Reject"],
  isOverheard: true,
  async recognise(activity, { origin }) {
    const uri = activity.inner?.id ?? activity.objectId;
    const followId = uri === undefined ? undefined : directoryFollowIn(origin, uri);
    if (followId === undefined) return undefined;
    const isYes = activity.type === "Accept";
    return { command: takeDirectoryAnswer, input: { followId, uri: activity.actor.uri, isYes } };
  },
};

/** Changes that a directory sends which is followed from here; it alone speaks for itself. */
const changes: Recogniser = {
  name: "directory/changes",
  types: ["Update"],
  isOverheard: true,
  async recognise(activity, { read }) {
    const { actor, object } = activity;
    if (object?.type !== "Document" || object.html === undefined || object.attributedTo !== actor.uri) return undefined;
    const [followed] = await originsOfActor(read, actor.uri, 1);
    if (followed?.state !== "followed") return undefined;
    const content = object.html;
    const json = readStrictJson(content);
    const after = json.ok ? afterIn(json.value) : undefined;
    const octets = Buffer.byteLength(content);
    // What cannot be read is a fault of the sender's, and counts as one.
    const input = after === undefined ? { after: followed.upTo, content: "null" } : { after, content };
    return { command: hearSentChanges, input: { uri: actor.uri, octets, ...input } };
  },
};

function afterIn(json: unknown): number | undefined {
  if (typeof json !== "object" || json === null || !("after" in json)) return undefined;
  const { after } = json;
  return typeof after === "number" && Number.isSafeInteger(after) && after >= 0 ? after : undefined;
}

/** What directories say to one another. */
export const sharingInbox: readonly Recogniser[] = [following, unfollowing, answers, changes];
