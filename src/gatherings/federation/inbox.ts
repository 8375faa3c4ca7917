import { unreachable } from "../../kernel/base/result.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../../kernel/federation/received.ts";
import { answerRsvp } from "../commands/answer-rsvp.ts";
import { castNativeVote } from "../commands/cast-native-vote.ts";
import { followGathering } from "../commands/follow-gathering.ts";
import { joinInterestList } from "../commands/join-interest-list.ts";
import { leaveInterestList } from "../commands/leave-interest-list.ts";
import { unfollowGathering } from "../commands/unfollow-gathering.ts";
import { questionOf } from "../model/gathering.ts";
import { readReply, type Reply } from "../model/reply.ts";
import type { RsvpAnswer } from "../model/rsvp.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { matterOf, type Matter } from "./addresses.ts";
import { agendaReplying } from "./agenda/inbox.ts";
import { replyTo } from "./answers.ts";
import { answeringInvitations, seeingInvitations } from "./outreach/inbox.ts";
import { answeringQuestions } from "./questions/inbox.ts";
import { minutesReplying } from "./minutes/inbox.ts";
import { optionMeant } from "./rsvp-options.ts";
import { unreadableReply } from "../commands/unreadable-reply.ts";

/** Follow, and Undo of it: on the interest list, and off it. */
const following: Recogniser = {
  name: "gatherings/following",
  types: ["Follow", "Undo"],
  async recognise(activity, reading) {
    const isUndo = activity.type === "Undo";
    if (isUndo && activity.inner?.type !== "Follow") return undefined;
    const followed = isUndo ? activity.inner?.objectId : activity.objectId;
    const gathering = await gatheringAt(reading, followed);
    if (gathering === undefined) return undefined;
    const { uri, inbox, sharedInbox, host, handle } = activity.actor;
    if (isUndo) return { command: unfollowGathering, input: { ...about(gathering), uri } };
    const input = { ...about(gathering), uri, inbox, sharedInbox, host, handle, followId: activity.id };
    return { command: followGathering, input };
  },
  reply: replyTo,
};

/** A vote in one of our polls: a Note that names an option, in reply to the poll. */
const voting: Recogniser = {
  name: "gatherings/voting",
  types: ["Create"],
  async recognise(activity, reading) {
    const { name, inReplyTo } = activity.object ?? {};
    if (name === undefined || inReplyTo === undefined) return undefined;
    const matter = matterOf(reading.origin, inReplyTo);
    if (matter?.kind !== "poll" && matter?.kind !== "rsvp") return undefined;
    const gathering = await gatheringById(reading.read, matter.gatheringId);
    return gathering === undefined ? undefined : votedFor(gathering, matter, name);
  },
  reply: replyTo,
};

function votedFor(gathering: Gathering, matter: Matter & { kind: "poll" | "rsvp" }, option: string): Recognition {
  if (matter.kind === "poll") {
    return { command: castNativeVote, input: { ...about(gathering), pollId: matter.pollId, option } };
  }
  const answer = optionMeant(gathering.language, option);
  if (answer === undefined) return { command: unreadableReply, input: about(gathering) };
  return { command: answerRsvp, input: { ...about(gathering), sessionId: matter.sessionId, answer, people: 1 } };
}

/** A reply in words, or a message to the gathering: "add me", "yes, two of us", "no", "stop". */
const replying: Recogniser = {
  name: "gatherings/replying",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const matter = matterOfReply(activity, reading.origin);
    const gathering = matter === undefined ? undefined : await gatheringById(reading.read, matter.gatheringId);
    if (matter === undefined || gathering === undefined) return undefined;
    return meantBy(gathering, matter, readReply(note.text, questionOf(gathering.state) ?? "rsvp"), note.isPublic);
  },
  reply: replyTo,
};

function meantBy(gathering: Gathering, matter: Matter, said: Reply, isPublic: boolean): Recognition | undefined {
  switch (said.kind) {
    case "interest":
    case "start":
      return { command: joinInterestList, input: about(gathering) };
    case "stop":
      return { command: leaveInterestList, input: about(gathering) };
    case "rsvp":
      return rsvpBy(gathering, matter, said.answer, said.people);
    case "unreadable":
      // A comment for all to read is no question to us; a message to us alone deserves a word.
      return isPublic ? undefined : { command: unreadableReply, input: about(gathering) };
    default:
      return unreachable(said);
  }
}

/** Join and Leave of Mobilizon; Accept, TentativeAccept and Reject of an Invite, as Friendica sends them. */
const joining: Recogniser = {
  name: "gatherings/joining",
  types: ["Join", "Leave", "Accept", "TentativeAccept", "Reject"],
  async recognise(activity, reading) {
    const object = activity.objectId ?? activity.inner?.objectId;
    const matter = object === undefined ? undefined : matterOf(reading.origin, object);
    if (matter === undefined) return undefined;
    const gathering = await gatheringById(reading.read, matter.gatheringId);
    const answer = answersByType[activity.type];
    return gathering === undefined || answer === undefined ? undefined : rsvpBy(gathering, matter, answer, 1);
  },
  reply: replyTo,
};

const answersByType: Readonly<Record<string, RsvpAnswer | undefined>> = {
  Join: "going",
  Accept: "going",
  TentativeAccept: "maybe",
  Leave: "not-going",
  Reject: "not-going",
};

/** What gatherings make of what arrives; the first that recognises an activity acts. */
export const gatheringInbox: readonly Recogniser[] = [
  following,
  voting,
  answeringInvitations,
  seeingInvitations,
  answeringQuestions,
  agendaReplying,
  minutesReplying,
  replying,
  joining,
];

function rsvpBy(gathering: Gathering, matter: Matter, answer: RsvpAnswer, people: number): Recognition {
  // Before there is a date, whoever says yes wants to hear of it, and whoever says no does not.
  const asked = questionOf(gathering.state);
  if (asked === "interest") {
    return { command: answer === "not-going" ? leaveInterestList : joinInterestList, input: about(gathering) };
  }
  const sessionId = matter.kind === "rsvp" || matter.kind === "session" ? matter.sessionId : "";
  return { command: answerRsvp, input: { ...about(gathering), sessionId, answer, people } };
}

/** What a Note replies to; for one that replies to nothing, the gathering whose actor it is addressed to. */
export function matterOfReply(activity: ReceivedActivity, origin: URL): Matter | undefined {
  const { inReplyTo, audience = [] } = activity.object ?? {};
  const replied = inReplyTo === undefined ? undefined : matterOf(origin, inReplyTo);
  if (replied !== undefined) return replied;
  return audience.map((uri) => matterOf(origin, uri)).find((matter) => matter?.kind === "gathering");
}

/** The gathering that {@link matterOfReply} is about, if it is one of this server. */
export async function gatheringOfReply(
  activity: ReceivedActivity,
  { read, origin }: InboxReading,
): Promise<Gathering | undefined> {
  const matter = matterOfReply(activity, origin);
  return matter === undefined ? undefined : gatheringById(read, matter.gatheringId);
}

async function gatheringAt(
  reading: { readonly read: Database; readonly origin: URL },
  uri: string | undefined,
): Promise<Gathering | undefined> {
  const matter = uri === undefined ? undefined : matterOf(reading.origin, uri);
  return matter?.kind === "gathering" ? gatheringById(reading.read, matter.gatheringId) : undefined;
}

export function about(gathering: Gathering): { readonly communityId: string; readonly gatheringId: string } {
  return { communityId: gathering.communityId, gatheringId: gathering.id };
}
