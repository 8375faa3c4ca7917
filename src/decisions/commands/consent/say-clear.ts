import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";
import { aboutConsent, wayInput } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

/** In the round of questions somebody says that all is clear to them, or passes. Refuses as {@link electorIn} does. */
export const sayClear = defineCommand({
  name: "decisions/say-clear",
  input: z.object({ ...aboutConsent, answer: z.enum(["clear", "pass"]), by: wayInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly understood: string }, ConsentRefusal>> {
    const acting = await electorIn(context, input, ["clarify"]);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    const said = { ...speaker, answer: input.answer, words: "", givenAt: context.now, by: input.by };
    await writeAnswer(context.db, { consentId: consent.id, kind: "clarify", answersTo: 1 }, said);
    tellOfAnswer(context, consent, { round: "clarify", person, by: input.by });
    await proceed(context, consent.id);
    return accepted({ understood: input.answer });
  },
});
