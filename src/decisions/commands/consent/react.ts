import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";
import { aboutConsent, reactionInput, wayInput } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

/**
 * Gives one's reaction, in one breath, or passes; said again, it takes the place of the first. Refuses as {@link electorIn} does, and
 * `reaction-missing` for no word and no pass.
 */
export const react = defineCommand({
  name: "decisions/react",
  input: z.object({
    ...aboutConsent,
    text: reactionInput.or(z.literal("")).default(""),
    pass: z.enum(["yes", "no"]).default("no"),
    by: wayInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<
    Result<
      { readonly understood: string },
      ConsentRefusal | { readonly kind: "reaction-missing"; readonly field: "reaction" }
    >
  > {
    const acting = await electorIn(context, input, ["react"]);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    if (input.text === "" && input.pass === "no") return refused({ kind: "reaction-missing", field: "reaction" });
    const answer = input.pass === "yes" ? "pass" : "reaction";
    const words = input.pass === "yes" ? "" : input.text;
    const said = { ...speaker, answer, words, givenAt: context.now, by: input.by };
    await writeAnswer(context.db, { consentId: consent.id, kind: "react", answersTo: 1 }, said);
    tellOfAnswer(context, consent, { round: "react", person, by: input.by });
    await proceed(context, consent.id);
    return accepted({ understood: answer });
  },
});
