import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../../kernel/federation/received.ts";
import { castNativeVote } from "../commands/proposals/cast-native-vote.ts";
import { giveStance } from "../commands/proposals/give-stance.ts";
import { unreadableStance } from "../commands/proposals/unreadable-stance.ts";
import { writePost } from "../commands/threads/write-post.ts";
import { methodOf, questionOf } from "../methods/registry.ts";
import { optionPlace, wordsOfOptions } from "./option-labels.ts";
import { asListedInPoll } from "../store/lifecycle/lives.read.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { postById, postBySource, threadById, type Post, type Thread } from "../store/threads/threads.read.ts";
import { carriedElsewhere, saysAnything } from "./attachments/carried-elsewhere.ts";
import { consentInbox } from "./consent/consent-inbox.ts";
import { proposalAnswered } from "./answered-proposal.ts";
import { matterOf } from "./addresses.ts";
import { answerTo } from "./answers.ts";
import { lifecycleInbox } from "./lifecycle/reasons-inbox.ts";
import { registerInbox } from "./register/inbox.ts";
import { requestInbox } from "./requests/request-inbox.ts";
import { threadInbox } from "./threads/inbox.ts";
import { voiceInbox } from "./voice/voice-inbox.ts";
import { reasonInReply } from "../model/replies/reason-in-reply.ts";
import { longestPost } from "../model/thread.ts";

/** A vote in the native poll of a proposal: a Note that names an option, in reply to the poll. */
const voting: Recogniser = {
  name: "decisions/voting",
  types: ["Create"],
  async recognise(activity, reading) {
    const { name, inReplyTo } = activity.object ?? {};
    if (name === undefined) return undefined;
    const matter = matterOf(reading.origin, inReplyTo);
    const proposal = matter?.kind === "proposal" ? await proposalById(reading.read, matter.proposalId) : undefined;
    if (proposal === undefined) return undefined;
    const listed = await asListedInPoll(reading.read, proposal);
    return { command: castNativeVote, input: { ...about(proposal), place: optionPlace(listed, name) } };
  },
  reply: answerTo,
};

/** A reply in words to what asks for answers, or to our message about it: a ballot, or a remark in its thread. */
const replying: Recogniser = {
  name: "decisions/replying",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note === undefined || note.name !== undefined || !saysAnything(note)) return undefined;
    const proposal = await proposalAnswered(activity, reading);
    if (proposal === undefined) return undefined;
    const words = wordsOfOptions(proposal, note.language);
    const { rules, wire } = methodOf(proposal);
    const readBallot = (text: string) => wire.fromReply(text, questionOf(proposal), words);
    const text = note.text ?? "";
    const ballot = readBallot(text);
    if (ballot?.ok === true) {
      // Of one fixed word the rest is a reason; a list of options has no such end.
      const isWord = rules.options.kind === "fixed";
      const reason = isWord ? reasonInReply(text, (part) => readBallot(part)?.ok === true) : "";
      return { command: giveStance, input: { ...about(proposal), ballot: ballot.value, reason, by: "reply" } };
    }
    if (ballot !== null) {
      return { command: unreadableStance, input: { ...about(proposal), refusal: ballot.refusal } };
    }
    const thread = await threadById(reading.read, proposal.threadId);
    if (thread !== undefined && note.isPublic) return postIn(thread, undefined, activity);
    return { command: unreadableStance, input: about(proposal) };
  },
  reply: answerTo,
};

/** A reply to a post of a thread, wherever that was written. */
const commenting: Recogniser = {
  name: "decisions/commenting",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note === undefined || note.name !== undefined || note.inReplyTo === undefined) return undefined;
    if (!saysAnything(note)) return undefined;
    const parent = await postAt(reading, note.inReplyTo);
    const thread = parent === undefined ? undefined : await threadById(reading.read, parent.threadId);
    if (parent === undefined || thread === undefined) return undefined;
    // What is said in private to the community is no post for all to read.
    if (thread.audience === "everyone" && !note.isPublic) return undefined;
    return postIn(thread, parent, activity);
  },
  reply: answerTo,
};

/** What decisions make of what arrives; the first that recognises an activity acts. */
export const decisionInbox: readonly Recogniser[] = [
  ...voiceInbox,
  ...consentInbox,
  ...lifecycleInbox,
  ...registerInbox,
  ...requestInbox,
  voting,
  replying,
  commenting,
  ...threadInbox,
];

function postIn(thread: Thread, parent: Post | undefined, { object }: ReceivedActivity): Recognition {
  return {
    command: writePost,
    input: {
      communityId: thread.communityId,
      threadId: thread.id,
      parentId: parent?.id ?? "",
      text: (object?.text ?? "").slice(0, longestPost),
      sourceUri: object?.id ?? "",
      elsewhere: carriedElsewhere(object),
    },
  };
}

async function postAt({ read, origin }: InboxReading, uri: string): Promise<Post | undefined> {
  const matter = matterOf(origin, uri);
  return matter?.kind === "post" ? postById(read, matter.postId) : postBySource(read, uri);
}

function about(proposal: Proposal) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}
