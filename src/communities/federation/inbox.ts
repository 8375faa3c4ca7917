import { personByActor } from "../../accounts/index.ts";
import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../../kernel/federation/received.ts";
import { stopOrStart } from "../../kernel/notifications/stop-words.ts";
import { sharePost } from "../commands/announcements/share-post.ts";
import { unshareDeletedPost } from "../commands/announcements/unshare-deleted-post.ts";
import { startListening } from "../commands/listening/start-listening.ts";
import { stopListening } from "../commands/listening/stop-listening.ts";
import { joinCommunity } from "../commands/membership/join-community.ts";
import { leaveCommunity } from "../commands/membership/leave-community.ts";
import { unreadMessage } from "../commands/membership/unread-message.ts";
import { takeReport } from "../commands/moderation/take-report.ts";
import type { Community } from "../model/community.ts";
import { membershipWish } from "../model/membership-words.ts";
import { sharesOf } from "../store/announcements.read.ts";
import { communityById } from "../store/communities.read.ts";
import { listenerByFollow } from "../store/listeners.read.ts";
import { isMember } from "../store/members.read.ts";
import { localActorId } from "./addresses.ts";
import { replyFrom } from "./answers.ts";
import { reportedCommunity } from "./reported.ts";

/** Follow: somebody listens. */
const following: Recogniser = {
  name: "communities/following",
  types: ["Follow"],
  async recognise(activity, reading) {
    const community = await communityAt(reading, activity.objectId);
    if (community === undefined) return undefined;
    const { uri, inbox, sharedInbox, handle } = activity.actor;
    const listener = { uri, inbox, sharedInbox, handle, followId: activity.id };
    return { command: startListening, input: { communityId: community.id, actorId: community.id, ...listener } };
  },
};

/** Undo of a Follow, given whole or by its id; Block: both end the listening. */
const unfollowing: Recogniser = {
  name: "communities/unfollowing",
  types: ["Undo", "Block"],
  async recognise(activity, reading) {
    const { uri } = activity.actor;
    const community = await communityAt(reading, unfollowedUri(activity));
    if (community !== undefined) {
      return { command: stopListening, input: { communityId: community.id, actorId: community.id, uri } };
    }
    if (activity.type !== "Undo" || activity.objectId === undefined) return undefined;
    const listener = await listenerByFollow(reading.read, uri, activity.objectId);
    // What else is listened to is its own capability's affair, which may have more to undo.
    if (listener === undefined || listener.actorId !== listener.communityId) return undefined;
    const { communityId, actorId } = listener;
    return { command: stopListening, input: { communityId, actorId, uri } };
  },
};

function unfollowedUri(activity: ReceivedActivity): string | undefined {
  if (activity.type === "Block") return activity.objectId;
  return activity.inner?.type === "Follow" ? activity.inner.objectId : undefined;
}

/** Join and Leave, as group software sends them: membership itself. */
const joining: Recogniser = {
  name: "communities/joining",
  types: ["Join", "Leave"],
  async recognise(activity, reading) {
    const community = await communityAt(reading, activity.objectId);
    if (community === undefined) return undefined;
    if (activity.type === "Leave") return { command: leaveCommunity, input: { communityId: community.id } };
    const reason = activity.text ?? "";
    return { command: joinCommunity, input: { communityId: community.id, reason: reason.slice(0, 2_000) } };
  },
  reply: replyFrom,
};

/** A message that names the community and says plainly "join" or "leave"; one to it alone that it cannot read is answered. */
const asking: Recogniser = {
  name: "communities/asking",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined || note.attributedTo !== activity.actor.uri)
      return undefined;
    const community = await mentionedCommunity(activity, reading);
    if (community === undefined) return undefined;
    const said = membershipWish(note.text);
    if (said?.wish === "join") {
      return { command: joinCommunity, input: { communityId: community.id, reason: said.reason.slice(0, 2_000) } };
    }
    if (said?.wish === "leave") return { command: leaveCommunity, input: { communityId: community.id } };
    // STOP and START are for those who send the news, whoever that is.
    if (note.isPublic || stopOrStart(note.text) !== undefined) return undefined;
    return { command: unreadMessage, input: { communityId: community.id } };
  },
  reply: replyFrom,
};

/** A member's public post that mentions a community which passes such posts on. */
const sharing: Recogniser = {
  name: "communities/sharing",
  types: ["Create"],
  async recognise(activity, reading) {
    const { uri } = activity.actor;
    const post = activity.object;
    // A boost or a forwarded post has another author: only what members say themselves is passed on.
    if (post?.id === undefined || !post.isPublic || post.attributedTo !== uri || !isSameOrigin(post.id, uri))
      return undefined;
    const community = await mentionedCommunity(activity, reading);
    const personId = community?.sharesMentions === true ? await personByActor(reading.read, uri) : undefined;
    if (community === undefined || personId === undefined) return undefined;
    if (!(await isMember(reading.read, community.id, personId))) return undefined;
    return { command: sharePost, input: { communityId: community.id, personId, uri: post.id, authorUri: uri } };
  },
};

/** Delete of a post that was passed on. */
const forgetting: Recogniser = {
  name: "communities/forgetting",
  types: ["Delete"],
  async recognise(activity, reading) {
    const uri = activity.objectId;
    const shares = uri === undefined ? [] : await sharesOf(reading.read, uri);
    if (!shares.some((share) => share.authorUri === activity.actor.uri)) return undefined;
    return { command: unshareDeletedPost, input: { uri, byAuthor: activity.actor.uri } };
  },
};

/** Flag: another server complains. */
const reporting: Recogniser = {
  name: "communities/reporting",
  types: ["Flag"],
  async recognise(activity, reading): Promise<Recognition | undefined> {
    const communityId = await reportedCommunity(activity, reading);
    if (communityId === undefined) return undefined;
    const objects = activity.objects.slice(0, 100).map((uri) => uri.slice(0, 2_000));
    const account = objects.find((uri) => localActorId(reading.origin, uri) !== undefined) ?? "";
    const report = {
      communityId,
      account,
      objects: objects.filter((uri) => uri !== account),
      text: activity.text ?? "",
    };
    return { command: takeReport, input: { ...report, activityId: activity.id, fromHost: activity.actor.host } };
  },
};

/** What communities make of what arrives; the first that recognises an activity acts. */
export const communityInbox: readonly Recogniser[] = [
  following,
  unfollowing,
  joining,
  asking,
  sharing,
  forgetting,
  reporting,
];

async function communityAt(reading: InboxReading, uri: string | undefined): Promise<Community | undefined> {
  const id = localActorId(reading.origin, uri);
  return id === undefined ? undefined : communityById(reading.read, id);
}

/**
 * The community a post names among its readers. A post may answer a message or an announcement of ours, but nothing else, and may
 * name no other actor of ours: a yes to a gathering is the gathering's to read, whoever is copied in.
 */
async function mentionedCommunity(activity: ReceivedActivity, reading: InboxReading): Promise<Community | undefined> {
  const { audience = [], inReplyTo } = activity.object ?? {};
  const replied = inReplyTo === undefined ? null : URL.parse(inReplyTo);
  const isOurs = replied?.origin === reading.origin.origin;
  if (isOurs && !/^\/(?:messages|announcements)\//.test(replied.pathname)) return undefined;
  const named = audience.slice(0, 50).flatMap((uri) => localActorId(reading.origin, uri) ?? []);
  const found = await Promise.all(named.map((id) => communityById(reading.read, id)));
  return found.includes(undefined) ? undefined : found[0];
}

function isSameOrigin(one: string, other: string): boolean {
  const origin = URL.parse(one)?.origin;
  return origin !== undefined && origin !== "null" && origin === URL.parse(other)?.origin;
}
