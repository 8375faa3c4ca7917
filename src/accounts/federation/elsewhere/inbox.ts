import type { InboxReading, ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { declineFollower } from "../../commands/elsewhere/decline-follower.ts";
import { forgetContact } from "../../commands/elsewhere/forget-contact.ts";
import { forgetPost } from "../../commands/elsewhere/forget-post.ts";
import { hearChange } from "../../commands/elsewhere/hear-change.ts";
import { hearPost } from "../../commands/elsewhere/hear-post.ts";
import { takeFollowAnswer } from "../../commands/elsewhere/take-follow-answer.ts";
import { isFollowedFromHere, isKnownHere } from "../../store/elsewhere/contacts.read.ts";
import { personActorsAmong } from "../../store/elsewhere/person-actors.read.ts";
import { postByUri } from "../../store/elsewhere/posts.read.ts";
import { followIdIn, localActorIdIn } from "./addresses.ts";
import { postIn } from "./received-post.ts";

const MOST_READERS = 100;

/** A post that names one of our people as its reader, or is for all who follow an actor that one of them follows. */
const hearing: Recogniser = {
  name: "accounts/hearing-elsewhere",
  types: ["Create", "Announce"],
  isOverheard: true,
  async recognise(activity, reading) {
    const post = postIn(activity);
    if (post === undefined) return undefined;
    const addressed = await addressedBy(activity, reading);
    const isPublic = activity.type === "Announce" || activity.object?.isPublic === true;
    const forFollowers = isPublic || namesFollowers(activity);
    const isFollowed = forFollowers && (await isFollowedFromHere(reading.read, activity.actor.uri));
    if (addressed.length === 0 && !isFollowed) return undefined;
    const inReplyTo = activity.object?.inReplyTo ?? null;
    const input = { author: activity.actor, post, isPublic, forFollowers, inReplyTo, addressed };
    return { command: hearPost, input };
  },
};

/** An author changes a post that is kept here. Without a time of editing it is the counts of a poll, or its end. */
const hearingChanges: Recogniser = {
  name: "accounts/hearing-changes-elsewhere",
  types: ["Update"],
  isOverheard: true,
  async recognise(activity, { read }) {
    const post = postIn(activity);
    if (post === undefined || (await postByUri(read, post.uri))?.authorUri !== activity.actor.uri) return undefined;
    const input = { authorUri: activity.actor.uri, post, isEdit: post.kind !== "question" };
    return { command: hearChange, input };
  },
};

/** An author takes a post back, or a boost. */
const forgettingPosts: Recogniser = {
  name: "accounts/forgetting-posts-elsewhere",
  types: ["Delete", "Undo"],
  isOverheard: true,
  async recognise(activity, { read }) {
    const { uri: authorUri } = activity.actor;
    const uri = activity.objectId;
    if (uri === undefined || (await postByUri(read, uri))?.authorUri !== authorUri) return undefined;
    return { command: forgetPost, input: { authorUri, uri } };
  },
};

/** An actor that somebody here knows is gone; one that is a person here is forgotten with that person. */
const forgettingContacts: Recogniser = {
  name: "accounts/forgetting-contacts-elsewhere",
  types: ["Delete"],
  isOverheard: true,
  async recognise({ actor, objectId }, { read }) {
    if (objectId !== actor.uri || !(await isKnownHere(read, actor.uri))) return undefined;
    return { command: forgetContact, input: { uri: actor.uri } };
  },
};

/** The answer to a Follow of one of our people. */
const followAnswers: Recogniser = {
  name: "accounts/follow-answers",
  types: ["Accept", "Reject"],
  isOverheard: true,
  async recognise(activity, { origin }) {
    const uri = activity.inner?.id ?? activity.objectId;
    const followId = uri === undefined ? undefined : followIdIn(origin, uri);
    if (followId === undefined) return undefined;
    const state = activity.type === "Accept" ? "accepted" : "refused";
    return { command: takeFollowAnswer, input: { followId, uri: activity.actor.uri, state } };
  },
};

/** Somebody wants to follow one of our people, who say nothing to followers. */
const declining: Recogniser = {
  name: "accounts/declining-followers",
  types: ["Follow"],
  isOverheard: true,
  async recognise(activity, { read, origin }) {
    const id = activity.objectId === undefined ? undefined : localActorIdIn(origin, activity.objectId);
    const [actorId] = id === undefined ? [] : await personActorsAmong(read, [id]);
    if (actorId === undefined) return undefined;
    return { command: declineFollower, input: { actorId, uri: activity.actor.uri, followId: activity.id } };
  },
};

/** What comes to people who take part elsewhere; before whatever reads messages as words to the server. */
export const elsewhereInbox: readonly Recogniser[] = [
  hearing,
  hearingChanges,
  forgettingPosts,
  followAnswers,
  declining,
];

/** After whatever knows actors as people here. */
export const elsewhereFarewells: readonly Recogniser[] = [forgettingContacts];

async function addressedBy(activity: ReceivedActivity, { read, origin }: InboxReading): Promise<readonly string[]> {
  const audience = activity.object?.audience ?? [];
  const named = audience.flatMap((uri) => localActorIdIn(origin, uri) ?? []).slice(0, MOST_READERS);
  return personActorsAmong(read, named);
}

function namesFollowers({ actor, object }: ReceivedActivity): boolean {
  return actor.followers !== undefined && object?.audience.includes(actor.followers) === true;
}
