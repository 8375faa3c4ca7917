import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { motionSubjects } from "../../model/consent/rounds.ts";
import { statesOfTheCircle } from "../../model/consent/states.ts";
import { daysAfter } from "../../model/consent/timeouts.ts";
import { countMotions, moveDue } from "../../store/consent/consents.write.ts";
import { roundsOf } from "../../store/consent/rounds.read.ts";
import { insertRound } from "../../store/consent/rounds.write.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { concludeMotionJob, leadConsentOnJob } from "./consent-jobs.ts";
import { actingIn, mayTendConsent, type ConsentRefusal } from "./consent-standing.ts";

/**
 * Asks the circle whether the proposal goes another way: to a helping circle, to another method, or to be parked. It goes there by the
 * circle's consent alone; meanwhile the present state waits. Refuses `motion-open` while another such question stands, and as
 * {@link actingIn} does.
 */
export const putMotion = defineCommand({
  name: "decisions/put-motion",
  input: z.object({
    ...aboutConsent,
    subject: z.enum(motionSubjects),
    /** Which circle, which method, until when; and why. */
    words: z.string().trim().min(1).max(2_000),
  }),
  chain: (input) => input.communityId,
  authorise: mayTendConsent,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal | { readonly kind: "motion-open" }>> {
    const acting = await actingIn(context, input, statesOfTheCircle);
    if (!acting.ok) return acting;
    const { consent, person } = acting.value;
    const [last] = await roundsOf(context.db, consent.id, "motion");
    if (last !== undefined && last.closedAt === undefined) return refused({ kind: "motion-open" });
    const number = consent.motions + 1;
    const dueAt = daysAfter(context.now, consent.roundDays.motion);
    await countMotions(context.db, consent.id, number);
    await insertRound(context.db, consent.id, {
      kind: "motion",
      number,
      answersTo: number,
      subject: input.subject,
      words: input.words,
      openedBy: person,
      openedAt: context.now,
      dueAt,
      eligible: consent.eligible,
    });
    const payload = { communityId: consent.communityId, consentId: consent.id };
    await context.schedule({ kind: concludeMotionJob, key: consent.id, due: dueAt, payload });
    if (consent.dueAt !== undefined && Temporal.Instant.compare(consent.dueAt, dueAt) < 0) {
      // The present state does not end under a circle that is asked whether it goes on at all.
      const later = dueAt.add({ hours: 1 });
      await moveDue(context.db, consent.id, later, false);
      await context.schedule({ kind: leadConsentOnJob, key: consent.id, due: later, payload });
    }
    context.emit({
      name: "consent-round-opened",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, round: "motion", number, version: consent.version },
    });
    return accepted({});
  },
});
