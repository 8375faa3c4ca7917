import { unreachable } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import {
  concluded,
  decisionWays,
  dueOn,
  nextDueDay,
  overdueAfterDays,
  type DecisionDue,
  type ReviewAnswer,
} from "../../model/consent/review.ts";
import { daysAfter } from "../../model/consent/timeouts.ts";
import { electorateOf } from "../../model/consent/rounds.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { moveDecision } from "../../store/consent/adopted.write.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { answerCounts, roundOf } from "../../store/consent/rounds.read.ts";
import { closeRounds, insertRound } from "../../store/consent/rounds.write.ts";
import { undoAmendment } from "../charter/undo-amendment.ts";
import { freezeElectorate } from "../proposals/freeze-electorate.ts";
import { tendDecisionJob } from "./consent-jobs.ts";
import { openAmendment } from "./open-amendment.ts";

/** No decision has more due at once: it begins, falls due, is overdue, ends. */
const MOST_DUE = 10;

/** Does what is due for a decision today, and lets the clock look again on the next day that matters. */
export async function followDecision(context: CommandContext, decisionId: string): Promise<void> {
  for (let done = 0; done < MOST_DUE; done += 1) {
    const decision = await knownDecision(context, decisionId);
    const today = todayOf(context, decision);
    const due = dueOn(decision, today);
    if (due === undefined) return lookAgain(context, decision, today);
    await doDue(context, decision, due, today);
  }
}

/** Concludes the open review, if the answers suffice. */
export async function concludeReview(
  context: CommandContext,
  decision: AdoptedDecision,
  timeIsOver: boolean,
): Promise<ReviewAnswer | undefined> {
  const consent = await consentById(context.db, decision.consentId);
  const round = await roundOf(context.db, decision.consentId, "review", decision.reviews);
  if (consent === undefined || round === undefined || round.closedAt !== undefined) return undefined;
  const counts = await answerCounts(context.db, {
    consentId: decision.consentId,
    kind: "review",
    answersTo: decision.reviews,
  });
  const answers = { keep: counts.get("keep") ?? 0, change: counts.get("change") ?? 0, end: counts.get("end") ?? 0 };
  const result = concluded(answers, consent.rule, round.eligible, timeIsOver);
  if (result === undefined) return undefined;
  await closeRounds(context.db, decision.consentId, ["review"], { at: context.now, result });
  emit(context, decision, "consent-round-closed", { round: "review", number: decision.reviews });
  await conclude(context, decision, consent, result);
  return result;
}

/** What was to change a decision came to nothing: it is reviewed anew. */
export async function reviewAgain(context: CommandContext, decisionId: string): Promise<void> {
  const decision = await decisionById(context.db, decisionId);
  if (decision?.state !== "amended") return;
  await openReview(context, decision, todayOf(context, decision));
  await followDecision(context, decision.id);
}

async function conclude(
  context: CommandContext,
  decision: AdoptedDecision,
  consent: Consent,
  result: ReviewAnswer,
): Promise<void> {
  const state = decisionWays[decision.state][result];
  if (state === undefined)
    throw new Error(`the decision ${decision.id} in the state ${decision.state} cannot ${result}`);
  switch (result) {
    case "keep": {
      const reviewOn = todayOf(context, decision).add({ months: decision.termMonths });
      await moveDecision(context.db, decision.id, { state, reviewOn, toldOn: null }, context.now);
      return emit(context, decision, "decision-kept", { reviewOn: reviewOn.toString() });
    }
    case "end":
      await moveDecision(context.db, decision.id, { state }, context.now);
      await undoAmendment(context, consent);
      return emit(context, decision, "decision-ended", { why: "review" });
    case "change": {
      await moveDecision(context.db, decision.id, { state }, context.now);
      const consentId = await openAmendment(context, decision);
      return emit(context, decision, "decision-to-be-changed", { by: consentId });
    }
    default:
      return unreachable(result);
  }
}

async function doDue(
  context: CommandContext,
  decision: AdoptedDecision,
  due: DecisionDue,
  today: Temporal.PlainDate,
): Promise<void> {
  const state = due === "tell-near" || due === "tell-again" ? decision.state : decisionWays[decision.state][due];
  if (state === undefined) throw new Error(`the decision ${decision.id} in the state ${decision.state} cannot ${due}`);
  switch (due) {
    case "begin":
      await moveDecision(context.db, decision.id, { state }, context.now);
      return emit(context, decision, "decision-begun", {});
    case "tell-near":
      await moveDecision(context.db, decision.id, { toldOn: today }, context.now);
      return emit(context, decision, "decision-review-near", { reviewOn: decision.reviewOn.toString() });
    case "fall-due":
      return openReview(context, decision, today);
    case "tell-again":
      await moveDecision(context.db, decision.id, { toldOn: today }, context.now);
      if ((await concludeReview(context, decision, true)) !== undefined) return;
      return emit(context, decision, "decision-review-waits", { review: decision.reviews });
    case "go-overdue":
      await moveDecision(context.db, decision.id, { state }, context.now);
      return emit(context, decision, "decision-overdue", { review: decision.reviews });
    case "expire":
      await closeRounds(context.db, decision.consentId, ["review"], { at: context.now, result: "dropped" });
      await moveDecision(context.db, decision.id, { state }, context.now);
      return emit(context, decision, "decision-ended", { why: "hard-end" });
    default:
      throw new Error(`the clock does not ${due}`);
  }
}

/** The review is asked of those whom the proposal would ask now. */
async function openReview(
  context: CommandContext,
  decision: AdoptedDecision,
  today: Temporal.PlainDate,
): Promise<void> {
  const number = decision.reviews + 1;
  const electorate = electorateOf(decision.consentId, "review", number);
  const eligible = await freezeElectorate(context, decision.communityId, electorate, decision.consentId);
  await insertRound(context.db, decision.consentId, {
    kind: "review",
    number,
    answersTo: number,
    subject: "",
    words: "",
    openedBy: undefined,
    openedAt: context.now,
    dueAt: daysAfter(context.now, overdueAfterDays),
    eligible,
  });
  await moveDecision(context.db, decision.id, { state: "review-due", reviews: number, toldOn: today }, context.now);
  emit(context, decision, "decision-review-due", { review: number });
  emit(context, decision, "consent-round-opened", { round: "review", number, version: decision.version });
}

async function lookAgain(context: CommandContext, decision: AdoptedDecision, today: Temporal.PlainDate): Promise<void> {
  const day = nextDueDay(decision, today);
  if (day === undefined) return context.unschedule(tendDecisionJob, decision.id);
  const due = day.toZonedDateTime({ timeZone: decision.zone, plainTime: "08:00" }).toInstant();
  const payload = { communityId: decision.communityId, decisionId: decision.id };
  await context.schedule({ kind: tendDecisionJob, key: decision.id, due, payload });
}

function todayOf(context: CommandContext, decision: AdoptedDecision): Temporal.PlainDate {
  return context.now.toZonedDateTimeISO(decision.zone).toPlainDate();
}

function emit(
  context: CommandContext,
  decision: AdoptedDecision,
  name: string,
  payload: Readonly<Record<string, string | number>>,
): void {
  const about = { thread: decision.threadId, proposal: decision.consentId, decision: decision.id };
  context.emit({ name, version: 1, payload: { ...about, ...payload } });
}

async function knownDecision(context: CommandContext, id: string): Promise<AdoptedDecision> {
  const decision = await decisionById(context.db, id);
  if (decision === undefined) throw new Error(`there is no decision ${id}`);
  return decision;
}
