import { unreachable } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { nextOf, type Next } from "../../model/consent/leading-on.ts";
import type { RoundKind } from "../../model/consent/rounds.ts";
import { isOver, stateAfter, type ConsentState, type ConsentStep } from "../../model/consent/states.ts";
import { daysAfter, moreTimeDays, mostClarifyDays, type RoundDays } from "../../model/consent/timeouts.ts";
import { endAmendment } from "../../store/charter/charter.write.ts";
import { consentById, versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { moveConsent, moveDue } from "../../store/consent/consents.write.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import { resolveObjection, settleObjection } from "../../store/consent/objections.write.ts";
import { closeRounds, insertRound, prolongRound, turnAnswers } from "../../store/consent/rounds.write.ts";
import { takeEffect } from "../charter/take-effect.ts";
import { adopt } from "./adopt.ts";
import { leadConsentOnJob } from "./consent-jobs.ts";
import { reviewAgain } from "./follow-decision.ts";
import { standingOf } from "./standing-of.ts";

/** No chain of steps by themselves is longer than the table of states. */
const MOST_STEPS = 20;

/**
 * Takes every step that follows by itself from how things stand at an instant, and lets the clock look again when the next time is over.
 * Gives the process as it then stands.
 */
export async function proceed(
  context: CommandContext,
  consentId: string,
  at: Temporal.Instant = context.now,
): Promise<Consent> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const consent = await knownConsent(context, consentId);
    const standing = await standingOf(context.db, consent, at);
    const next = nextOf(standing);
    if (next === undefined) {
      // An unanswered question holds its round open beyond its time: the clock looks again at the very end.
      const longest = daysAfter(consent.stateSince, mostClarifyDays);
      if (consent.state === "clarify" && standing.timeIsOver) {
        await lookAgain(context, consent.id, consent.communityId, longest);
      }
      return consent;
    }
    await take(context, consent, next);
  }
  throw new Error(`the consent process ${consentId} comes to no rest`);
}

/** Takes one step that somebody asked for, and what follows from it. */
export async function stepAndProceed(context: CommandContext, consent: Consent, step: ConsentStep): Promise<Consent> {
  await take(context, consent, step);
  return proceed(context, consent.id);
}

/** Gives the present consent round more time; told to whoever waits. */
export async function giveTime(context: CommandContext, consent: Consent): Promise<void> {
  const from = consent.dueAt ?? context.now;
  const dueAt = daysAfter(Temporal.Instant.compare(from, context.now) < 0 ? context.now : from, moreTimeDays);
  await moveDue(context.db, consent.id, dueAt, true);
  await prolongRound(context.db, consent.id, "consent", dueAt);
  await lookAgain(context, consent.id, consent.communityId, dueAt);
  emit(context, consent, "consent-time-given", { round: "consent", number: consent.turn });
}

async function take(context: CommandContext, consent: Consent, next: Next): Promise<void> {
  if (next === "give-time") return giveTime(context, consent);
  const state = stateAfter(consent.state, next);
  if (state === undefined) throw new Error(`a consent process in the state ${consent.state} cannot ${next}`);
  await leave(context, consent, next);
  const turn = state === "consent" ? consent.turn + 1 : consent.turn;
  const dueAt = timeOf(state, consent.roundDays, context.now);
  await moveConsent(context.db, consent.id, {
    state,
    stateSince: context.now,
    dueAt,
    turn,
    ...(state === "objections" && { cycle: consent.cycle + 1 }),
    ...(isOver(state) && { endedAt: context.now }),
  });
  emit(context, consent, "consent-moved", { from: consent.state, to: state, step: next });
  if (dueAt === undefined) await context.unschedule(leadConsentOnJob, consent.id);
  else await lookAgain(context, consent.id, consent.communityId, dueAt);
  await enter(context, { ...consent, state, turn }, dueAt);
}

/** What a state leaves behind. */
async function leave(context: CommandContext, consent: Consent, step: ConsentStep): Promise<void> {
  const { db, now } = context;
  const round = roundOf(consent.state);
  if (round !== undefined) {
    await closeRounds(db, consent.id, [round], { at: now, result: step });
    emit(context, consent, "consent-round-closed", {
      round,
      number: round === "consent" ? consent.turn : 1,
    });
  }
  if (isOver(stateAfter(consent.state, step) ?? consent.state)) {
    await closeRounds(db, consent.id, ["motion"], { at: now, result: "dropped" });
  }
  if (step === "to-integration") {
    for (const { id, state } of await openObjections(db, consent.id)) {
      if (state === "untested") await settleObjection(db, id, { state: "qualified", by: "time", at: now });
    }
  }
  if (consent.state === "integrate" && step === "back-to-consent") await resolveAll(context, consent);
  if (step === "adopt") {
    // Whoever objected and never said why is heard at the review.
    const answers = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
    await turnAnswers(db, answers, "objection", "concern");
  }
}

/** What a state begins with. */
async function enter(context: CommandContext, consent: Consent, dueAt: Temporal.Instant | undefined): Promise<void> {
  const round = roundOf(consent.state);
  if (round !== undefined && dueAt !== undefined) {
    const number = round === "consent" ? consent.turn : 1;
    await insertRound(context.db, consent.id, {
      kind: round,
      number,
      answersTo: round === "consent" ? consent.version : 1,
      subject: "",
      words: "",
      openedBy: undefined,
      openedAt: context.now,
      dueAt,
      eligible: consent.eligible,
    });
    emit(context, consent, "consent-round-opened", { round, number, version: consent.version });
  }
  const amendment = isOver(consent.state) ? await endOfAmendment(context, consent) : undefined;
  // What another amendment has overtaken decides nothing.
  if (consent.state === "adopted" && amendment !== "overtaken") return adopt(context, consent);
  if (isOver(consent.state) && consent.supersedes !== undefined) await reviewAgain(context, consent.supersedes);
}

/** What the end of a process makes of the charter, where it was to amend it. */
async function endOfAmendment(context: CommandContext, consent: Consent) {
  if (consent.state === "withdrawn") await endAmendment(context.db, consent.id, "withdrawn");
  const verdict = consent.state === "adopted" ? "carried" : "not-carried";
  return takeEffect(context, consent, { verdict, endedAt: context.now });
}

async function resolveAll(context: CommandContext, consent: Consent): Promise<void> {
  const version = await versionOf(context.db, consent.id, consent.version);
  for (const { id } of await openObjections(context.db, consent.id)) {
    await resolveObjection(context.db, id, { how: version?.integration ?? "amend", version: consent.version });
  }
}

/** The round in which the circle is asked in a state; undefined where it is not. */
function roundOf(state: ConsentState): RoundKind | undefined {
  return state === "clarify" || state === "react" || state === "consent" ? state : undefined;
}

function timeOf(state: ConsentState, days: RoundDays, now: Temporal.Instant): Temporal.Instant | undefined {
  switch (state) {
    case "present":
    case "clarify":
    case "react":
    case "amend":
    case "consent":
    case "objections":
    case "test":
    case "integrate":
      return daysAfter(now, days[state]);
    case "draft":
    case "adopted":
    case "failed-quorum":
    case "withdrawn":
    case "parked":
    case "referred":
    case "other-method":
      return undefined;
    default:
      return unreachable(state);
  }
}

/** The clock looks at the process again then. */
async function lookAgain(
  context: CommandContext,
  consentId: string,
  communityId: string,
  due: Temporal.Instant,
): Promise<void> {
  await context.schedule({ kind: leadConsentOnJob, key: consentId, due, payload: { communityId, consentId } });
}

function emit(
  context: CommandContext,
  consent: Consent,
  name: string,
  payload: Readonly<Record<string, string | number>>,
): void {
  context.emit({ name, version: 1, payload: { thread: consent.threadId, proposal: consent.id, ...payload } });
}

async function knownConsent(context: CommandContext, id: string): Promise<Consent> {
  const consent = await consentById(context.db, id);
  if (consent === undefined) throw new Error(`there is no consent process ${id}`);
  return consent;
}
