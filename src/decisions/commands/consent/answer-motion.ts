import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { statesOfTheCircle } from "../../model/consent/states.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";
import { aboutConsent, wayInput, wordsInput } from "./consent-inputs.ts";
import { concludeMotion, openMotion } from "./conclude-motion.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

/** Consents or objects to another way. Refuses `consent-not-now` when nothing of the kind is asked, and as {@link electorIn} does. */
export const answerMotion = defineCommand({
  name: "decisions/answer-motion",
  input: z.object({ ...aboutConsent, answer: z.enum(["yes", "no"]), words: wordsInput, by: wayInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly understood: string }, ConsentRefusal>> {
    const acting = await electorIn(context, input, statesOfTheCircle);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    const motion = await openMotion(context, consent);
    if (motion === undefined || Temporal.Instant.compare(context.arrivedAt, motion.dueAt) >= 0) {
      return refused({ kind: "consent-not-now" });
    }
    const round = { consentId: consent.id, kind: "motion", answersTo: motion.number } as const;
    const said = { ...speaker, answer: input.answer, words: input.words, givenAt: context.now, by: input.by };
    await writeAnswer(context.db, round, said);
    tellOfAnswer(context, consent, { round: "motion", person, by: input.by });
    await concludeMotion(context, consent, motion);
    return accepted({ understood: input.answer });
  },
});
