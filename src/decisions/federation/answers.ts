import { communityById } from "../../communities/index.ts";
import type { Json } from "../../kernel/base/canonical-json.ts";
import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { methodOf, questionOf } from "../methods/registry.ts";
import type { Proposal } from "../store/proposals/proposals.read.ts";
import { postById, threadById } from "../store/threads/threads.read.ts";
import { proposalAnswered } from "./answered-proposal.ts";
import { toLaterElector } from "./electorate/later-elector.ts";
import { matterOf, proposalUrl, threadUrl } from "./addresses.ts";

/**
 * What is said to whoever answered from elsewhere: what was understood, so that they can correct it, or why it was not taken. Their own
 * server shows a late vote as cast, and only we can say otherwise. A vote in the native poll that was taken is shown there already.
 */
export async function answerTo(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  const proposal = await proposalAnswered(activity, reading);
  if (proposal !== undefined) return aboutProposal(activity, answer, reading, proposal);
  return answer.ok ? undefined : aboutPost(activity, answer.refusal, reading);
}

async function aboutProposal(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
  proposal: Proposal,
): Promise<DirectReply | undefined> {
  const values = { title: proposal.title, page: proposalUrl(reading.origin, proposal.id) };
  const from = proposal.communityId;
  // Whoever corrects themselves most likely replies to what they were just told.
  const about = `proposal-answer:${proposal.id}`;
  if (!answer.ok && proposal.secrecy === "secret" && !overOrNotTheirs.has(answer.refusal.kind)) {
    return { from, key: "decisions.secret.fediverse.not-here", values };
  }
  if (!answer.ok) {
    const example = methodOf(proposal).wire.replyExample(questionOf(proposal)) ?? "";
    const why = unfitBallot(answer.refusal);
    if (why !== undefined && example !== "") {
      return { from, about, key: "decisions.answer.unfit", values: { ...values, example, why } };
    }
    const kind = told.has(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
    const given = "given" in answer.refusal && typeof answer.refusal.given === "string" ? answer.refusal.given : "";
    const later = answer.refusal.kind === "not-on-the-list" ? toLaterElector(answer.refusal, proposal) : undefined;
    if (later !== undefined) return { from, about, key: later.key, values: { ...values, from: later.from } };
    return { from, about, key: `decisions.answer.${kind}`, values: { ...values, example, given } };
  }
  const ballot = ballotIn(answer.value);
  if (ballot === undefined || activity.object?.name !== undefined) return undefined;
  const understood = methodOf(proposal).wire.inReply(ballot, questionOf(proposal));
  return { from, about, key: "decisions.answer.taken", values: { ...values, understood } };
}

const told = new Set([
  "voting-closed",
  "proposal-withdrawn",
  "not-on-the-list",
  "kept-out",
  "unknown-option",
  "unreadable-stance",
]);

/** What is refused of whoever answers, whatever they say. */
const ofStanding = new Set(["sign-in-needed", "not-found", "only-members", "secret-on-the-web", "invalid-input"]);

/** What the method says of a ballot that it cannot take, to be said in the reader's words. */
function unfitBallot({ kind, ...parts }: AnyRefusal) {
  if (told.has(kind) || ofStanding.has(kind)) return undefined;
  const values = Object.entries(parts).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return { key: `refusal.${kind}`, values: Object.fromEntries(values) as Readonly<Record<string, string | number>> };
}

/** Why somebody could not vote at all, in secret or not. */
const overOrNotTheirs = new Set(["voting-closed", "proposal-withdrawn", "not-on-the-list", "kept-out"]);

async function aboutPost(
  activity: ReceivedActivity,
  refusal: AnyRefusal,
  { read, origin }: InboxReading,
): Promise<DirectReply | undefined> {
  const matter = matterOf(origin, activity.object?.inReplyTo);
  const post = matter?.kind === "post" ? await postById(read, matter.postId) : undefined;
  const thread = post === undefined ? undefined : await threadById(read, post.threadId);
  const community = thread === undefined ? undefined : await communityById(read, thread.communityId);
  if (thread === undefined || community === undefined) return undefined;
  const kind = refusal.kind === "thread-closed" || refusal.kind === "kept-out" ? refusal.kind : "post-not-taken";
  const values = { title: thread.title, page: threadUrl(origin, thread.id) };
  return { from: community.id, key: `decisions.answer.${kind}`, values };
}

function ballotIn(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && "ballot" in value ? (value.ballot as Json) : undefined;
}
