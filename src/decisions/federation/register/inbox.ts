import { readCommitmentAnswer, type CommitmentAct, type CommitmentAnswer } from "../../../gatherings/index.ts";
import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type {
  DirectReply,
  InboxReading,
  ReceivedActivity,
  Recogniser,
  Recognition,
} from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { answerReview } from "../../commands/consent/answer-review.ts";
import { answerTask } from "../../commands/register/answer-task.ts";
import { unclearTask } from "../../commands/register/unclear-task.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { readReview } from "../../model/consent/replies.ts";
import { reviewAnswers } from "../../model/consent/review.ts";
import type { Task } from "../../model/register/task.ts";
import { longestPost } from "../../model/thread.ts";
import { saidText } from "../../model/replies/reply-text.ts";
import { taskOfMatter } from "../../notices/register.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { taskById } from "../../store/register/tasks.read.ts";
import { decisionAt, decisionUrl } from "./decision-address.ts";

/** The answer to a message of ours about a task: yes, no, done, more time until a day, drop. */
const answering: Recogniser = {
  name: "decisions/task-answers",
  types: ["Create"],
  async recognise(activity, reading) {
    const text = textOf(activity);
    const found = text === undefined ? undefined : await answeredTask(activity, reading);
    if (text === undefined || found === undefined) return undefined;
    const today = activity.receivedAt.toZonedDateTimeISO(found.decision.zone).toPlainDate();
    return meantFor(found.task, readCommitmentAnswer(text, today));
  },
  async reply(activity, answer, reading) {
    const found = await answeredTask(activity, reading);
    // What was understood is told by a message of its own.
    if (answer.ok || found === undefined) return undefined;
    const kind = told.has(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
    const { decision } = found;
    const values = { title: decision.title, page: decisionUrl(reading.origin, decision.id) };
    return { from: decision.communityId, key: `decisions.register.reply.${kind}`, values };
  },
};

/** A reply to the record of a decision: at a review keep, change or end; else a remark in the thread where it was talked over. */
const remarking: Recogniser = {
  name: "decisions/answering-records",
  types: ["Create"],
  async recognise(activity, reading) {
    const text = textOf(activity);
    const decision = await answeredDecision(activity, reading);
    if (text === undefined || decision === undefined) return undefined;
    const isAsked = decision.state === "review-due" || decision.state === "overdue";
    const read = isAsked ? readReview((saidText(text.slice(0, 2_000)) ?? "").trim()) : undefined;
    const { communityId, consentId, threadId } = decision;
    if (read !== undefined) {
      const answer = reviewAnswers[read.place];
      return { command: answerReview, input: { communityId, consentId, answer, words: read.words, by: "reply" } };
    }
    // What is said in private to the community is no post for all to read.
    if (decision.audience === "everyone" && activity.object?.isPublic !== true) return undefined;
    const sourceUri = activity.object?.id ?? "";
    return { command: writePost, input: { communityId, threadId, text: text.slice(0, longestPost), sourceUri } };
  },
  reply: answerAboutRecord,
};

/** What the register makes of what arrives. */
export const registerInbox: readonly Recogniser[] = [answering, remarking];

const told = new Set([
  "unreadable-task",
  "which-day",
  "until-when",
  "due-in-the-past",
  "due-too-far",
  "commitment-moved-on",
]);

async function answerAboutRecord(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  const decision = await answeredDecision(activity, reading);
  if (decision === undefined) return undefined;
  const values = { title: decision.title, page: decisionUrl(reading.origin, decision.id) };
  const from = decision.communityId;
  if (!answer.ok) {
    const known = ["consent-not-now", "not-on-the-list", "kept-out"];
    const kind = known.includes(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
    return { from, key: `decisions.consent.reply.${kind}`, values };
  }
  const { value } = answer;
  const isReview = typeof value === "object" && value !== null && "understood" in value;
  const understood = isReview ? reviewAnswers.find((one) => one === value.understood) : undefined;
  return understood && { from, key: `decisions.consent.reply.${understood}`, values };
}

async function answeredTask(
  activity: ReceivedActivity,
  reading: InboxReading,
): Promise<{ readonly task: Task; readonly decision: AdoptedDecision } | undefined> {
  const notice = await answeredNotice(reading, activity);
  const id = notice && taskOfMatter(notice.matter);
  const task = id === undefined ? undefined : await taskById(reading.read, id);
  const decision = task === undefined ? undefined : await decisionById(reading.read, task.decisionId);
  return task === undefined || decision?.communityId !== notice?.from || decision === undefined
    ? undefined
    : { task, decision };
}

async function answeredDecision(
  { object }: ReceivedActivity,
  { read, origin }: InboxReading,
): Promise<AdoptedDecision | undefined> {
  const id = decisionAt(origin, object?.inReplyTo);
  return id === undefined ? undefined : decisionById(read, id);
}

function textOf({ object }: ReceivedActivity): string | undefined {
  return object?.name === undefined ? object?.text : undefined;
}

/** What an answer means for a task that stands so. */
function meantFor(task: Task, answer: CommitmentAnswer): Recognition {
  const about = { communityId: task.communityId, taskId: task.id };
  const unclear = (part: string) => ({ command: unclearTask, input: { ...about, part } });
  if (answer.kind === "unreadable") return unclear("unreadable-task");
  if (answer.kind === "which-day") return unclear("which-day");
  const act = actOf(answer.kind, task.state);
  if (act === undefined) return unclear("unreadable-task");
  const until = answer.kind === "more-time" ? answer.until : null;
  if (answer.kind === "more-time" && until === null) return unclear("until-when");
  return { command: answerTask, input: { ...about, act, until: until?.toString() ?? "" } };
}

function actOf(
  said: Exclude<CommitmentAnswer["kind"], "which-day" | "unreadable">,
  state: Task["state"],
): CommitmentAct | undefined {
  const isAsked = state === "proposed" || state === "declined";
  if (said === "accept" || said === "decline") return isAsked ? said : undefined;
  if (said === "more-time") return state === "accepted" ? "move" : "resume";
  return isAsked ? undefined : said;
}
