import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { ConsentStep } from "../../model/consent/states.ts";
import { isHeard } from "../../model/consent/silence.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import { writeEndingReason } from "../../store/consent/consents.write.ts";
import { answerCounts, roundsOf, type ConsentRound } from "../../store/consent/rounds.read.ts";
import { closeRounds } from "../../store/consent/rounds.write.ts";
import { concludeMotionJob } from "./consent-jobs.ts";
import { stepAndProceed } from "./proceed.ts";

const steps: Readonly<Record<string, ConsentStep>> = {
  "helping-circle": "refer",
  "other-method": "choose-other-method",
  park: "park",
};

/** What the circle is asked about where the proposal goes; undefined when nothing. */
export async function openMotion(context: CommandContext, consent: Consent): Promise<ConsentRound | undefined> {
  const [last] = await roundsOf(context.db, consent.id, "motion");
  return last?.closedAt === undefined ? last : undefined;
}

/** Concludes a motion where it is clear: one objection keeps the proposal where it is; consent of all, or of a circle that was heard, moves it. */
export async function concludeMotion(context: CommandContext, consent: Consent, motion: ConsentRound): Promise<void> {
  const round = { consentId: consent.id, kind: "motion", answersTo: motion.number } as const;
  const counts = await answerCounts(context.db, round);
  const yes = counts.get("yes") ?? 0;
  const no = counts.get("no") ?? 0;
  const timeIsOver = Temporal.Instant.compare(context.now, motion.dueAt) >= 0;
  const result = no > 0 ? "declined" : yes >= motion.eligible ? "carried" : undefined;
  const atLast = isHeard(consent.rule, yes, motion.eligible) ? "carried" : "declined";
  const concluded = result ?? (timeIsOver ? atLast : undefined);
  if (concluded === undefined) return;
  await closeRounds(context.db, consent.id, ["motion"], { at: context.now, result: concluded });
  await context.unschedule(concludeMotionJob, consent.id);
  context.emit({
    name: "consent-motion-concluded",
    version: 1,
    payload: { thread: consent.threadId, proposal: consent.id, motion: motion.number, result: concluded },
  });
  if (concluded === "declined") return;
  await writeEndingReason(context.db, consent.id, motion.words);
  await stepAndProceed(context, consent, steps[motion.subject] ?? "park");
}
