import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { electorateOf } from "../../model/consent/rounds.ts";
import { daysAfter } from "../../model/consent/timeouts.ts";
import { reviewAnswers, toldAgainDays } from "../../model/consent/review.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { roundOf } from "../../store/consent/rounds.read.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";
import { notOnTheList } from "../proposals/give-stance.ts";
import { actingPerson } from "../standing.ts";
import { aboutConsent, wayInput, wordsInput } from "./consent-inputs.ts";
import { consentOf, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { concludeReview, followDecision } from "./follow-decision.ts";
import { speakerOn } from "./speakers.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

/**
 * At the review of a decision somebody says whether to keep, change or end it. Refuses `consent-not-now` while no review is open, and
 * `not-on-the-list` for whoever was no member when it opened.
 */
export const answerReview = defineCommand({
  name: "decisions/answer-review",
  input: z.object({ ...aboutConsent, answer: z.enum(reviewAnswers), words: wordsInput, by: wayInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly understood: string }, ConsentRefusal>> {
    const consent = await consentOf(context, input);
    const person = actingPerson(context);
    if (consent === undefined || person === undefined) return refused({ kind: "not-found" });
    const decision = await decisionOfConsent(context.db, consent.id);
    const round =
      decision === undefined ? undefined : await roundOf(context.db, consent.id, "review", decision.reviews);
    if (decision === undefined || round === undefined || round.closedAt !== undefined) {
      return refused({ kind: "consent-not-now" });
    }
    const listId = electorateOf(consent.id, "review", round.number);
    const list = { communityId: consent.communityId, listId };
    const speaker = await speakerOn(context.db, list, person, context.arrivedAt);
    if (speaker === undefined) return refused(await notOnTheList(context, consent.communityId, listId, person));
    const said = { ...speaker, answer: input.answer, words: input.words, givenAt: context.now, by: input.by };
    await writeAnswer(context.db, { consentId: consent.id, kind: "review", answersTo: round.number }, said);
    tellOfAnswer(context, consent, { round: "review", person, by: input.by });
    // For a week all are heard; from then on an answer that makes enough of them concludes.
    const wasHeard = Temporal.Instant.compare(context.now, daysAfter(round.openedAt, toldAgainDays)) >= 0;
    await concludeReview(context, decision, wasHeard);
    await followDecision(context, decision.id);
    return accepted({ understood: input.answer });
  },
});
