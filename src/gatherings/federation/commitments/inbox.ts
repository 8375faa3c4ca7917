import { personByActor } from "../../../accounts/index.ts";
import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { answerCommitment } from "../../commands/commitments/answer-commitment.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { unclearReply, type UnclearPart } from "../../commands/unclear-reply.ts";
import type { CommitmentAct, CommitmentState } from "../../model/commitments/commitment.ts";
import { readCommitmentAnswer, readPromise, type CommitmentAnswer } from "../../model/commitments/read-answer.ts";
import { readReply } from "../../model/reply.ts";
import { commitmentOfMatter } from "../../notices/commitment-notices.ts";
import { commitmentById, openCommitmentsAt, type HeldCommitment } from "../../store/commitments/commitments.read.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { about, gatheringOfReply } from "../inbox.ts";
import { answerIn, type RefusalWords } from "../refusal-reply.ts";

const refusalWords: RefusalWords = {
  kinds: ["unreadable-answer", "which-day", "which-commitment", "until-when", "due-in-the-past", "commitment-moved-on"],
  key: (kind) => `gatherings.commitments.answer.${kind}`,
  page: "commitments",
};

/** The answer to a message of ours about one commitment: yes, no, done, more time until a day, drop. */
const answering: Recogniser = {
  name: "gatherings/commitment-answers",
  types: ["Create"],
  async recognise(activity, reading) {
    const said = textOf(activity);
    const commitment = said === undefined ? undefined : await answeredCommitment(activity, reading);
    const gathering = commitment && (await gatheringById(reading.read, commitment.gatheringId));
    if (said === undefined || commitment === undefined || gathering === undefined) return undefined;
    const answer = readCommitmentAnswer(said, todayOf(activity, gathering));
    return meantFor(gathering, commitment, answer) ?? notUnderstood(gathering, activity, said);
  },
  reply: (activity, answer, reading) => answerIn(refusalWords, activity, answer, reading),
};

/** Done, more time or drop, to a gathering at which one has but one open commitment, whatever message it answers. */
const reporting: Recogniser = {
  name: "gatherings/commitment-reports",
  types: ["Create"],
  async recognise(activity, reading) {
    const said = textOf(activity);
    const gathering = said === undefined ? undefined : await gatheringOfReply(activity, reading);
    if (said === undefined || gathering === undefined) return undefined;
    const answer = readCommitmentAnswer(said, todayOf(activity, gathering));
    if (answer.kind === "accept" || answer.kind === "decline" || answer.kind === "unreadable") return undefined;
    const open = await openOf(activity, reading, gathering);
    const wasAsked = open.some(({ askedOn }) => askedOn !== undefined);
    // A day alone, or one that is unclear, is an answer only where we asked.
    const isAboutDay = answer.kind === "which-day" || (answer.kind === "more-time" && answer.isBare);
    if (open.length === 0 || (isAboutDay && !wasAsked)) return undefined;
    const [only, another] = open;
    if (only === undefined || another !== undefined) return unclear(gathering, "which-commitment");
    return meantFor(gathering, only, answer);
  },
  reply: (activity, answer, reading) => answerIn(refusalWords, activity, answer, reading),
};

/** "I will write the minutes by 12 March": a promise, which its maker is asked to confirm. */
const promising: Recogniser = {
  name: "gatherings/commitment-promises",
  types: ["Create"],
  async recognise(activity, reading) {
    const said = textOf(activity);
    const gathering = said === undefined ? undefined : await gatheringOfReply(activity, reading);
    if (said === undefined || gathering === undefined) return undefined;
    const promise = readPromise(said, todayOf(activity, gathering));
    if (promise === null) return undefined;
    if (promise.kind === "which-day")
      return activity.object?.isPublic === true ? undefined : unclear(gathering, "which-day");
    const { what, due } = promise;
    return { command: proposeCommitment, input: { ...about(gathering), what, due: due.toString() } };
  },
  reply: (activity, answer, reading) => answerIn(refusalWords, activity, answer, reading),
};

/** What commitments make of what arrives. */
export const commitmentInbox: readonly Recogniser[] = [answering, reporting, promising];

function textOf({ object }: ReceivedActivity): string | undefined {
  return object?.name === undefined ? object?.text : undefined;
}

/** The day at the gathering when the reply arrived: "by Friday" is said then, however late it is read. */
function todayOf({ receivedAt }: ReceivedActivity, { zone }: Gathering): Temporal.PlainDate {
  return receivedAt.toZonedDateTimeISO(zone).toPlainDate();
}

async function answeredCommitment(
  activity: ReceivedActivity,
  reading: InboxReading,
): Promise<HeldCommitment | undefined> {
  const notice = await answeredNotice(reading, activity);
  const id = notice && commitmentOfMatter(notice.matter);
  const commitment = id === undefined ? undefined : await commitmentById(reading.read, id);
  return commitment?.gatheringId === notice?.from ? commitment : undefined;
}

async function openOf(activity: ReceivedActivity, { read }: InboxReading, gathering: Gathering) {
  const person = await personByActor(read, activity.actor.uri);
  return person === undefined ? [] : openCommitmentsAt(read, gathering.id, person, 2);
}

/** What an answer means for a commitment that stands so; undefined where it means nothing there. */
function meantFor(
  gathering: Gathering,
  { id, state }: Pick<HeldCommitment, "id" | "state">,
  answer: CommitmentAnswer,
): Recognition | undefined {
  if (answer.kind === "unreadable") return undefined;
  if (answer.kind === "which-day") return unclear(gathering, "which-day");
  const act = actOf(answer.kind, state);
  if (act === undefined) return undefined;
  const until = answer.kind === "more-time" ? answer.until : null;
  if (answer.kind === "more-time" && until === null) return unclear(gathering, "until-when");
  const input = { ...about(gathering), commitmentId: id, act, until: until?.toString() ?? "" };
  return { command: answerCommitment, input };
}

function actOf(
  said: Exclude<CommitmentAnswer["kind"], "which-day" | "unreadable">,
  state: CommitmentState,
): CommitmentAct | undefined {
  const isAsked = state === "proposed" || state === "declined";
  if (said === "accept" || said === "decline") return isAsked ? said : undefined;
  if (said === "more-time") return state === "accepted" ? "move" : "resume";
  return isAsked ? undefined : said;
}

/** An answer to us that says nothing of the commitment may still be one to the gathering: then that is heard first. */
function notUnderstood(gathering: Gathering, { object }: ReceivedActivity, said: string): Recognition | undefined {
  const other = readReply(said, "rsvp").kind;
  if (object?.isPublic === true || other === "interest" || other === "stop" || other === "start") return undefined;
  return unclear(gathering, "unreadable-answer");
}

function unclear(gathering: Gathering, part: UnclearPart): Recognition {
  return { command: unclearReply, input: { ...about(gathering), part } };
}
