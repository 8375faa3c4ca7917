import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { consentAnswers } from "../../model/consent/rounds.ts";
import { answerOf } from "../../store/consent/rounds.read.ts";
import { aboutConsent, wayInput } from "./consent-inputs.ts";
import { answerConsent, type AnswerConsentRefusal, type ConsentTaken } from "./answer-consent.ts";
import { electorIn, mayTakePart } from "./consent-standing.ts";
import type { InvalidInput } from "../../../kernel/commands/command.ts";

/**
 * Says why one objected or has a concern, where the answer came without words: the words become the record. Refuses as answering does, and
 * `consent-not-now` for whoever neither objected nor had a concern.
 */
export const giveReason = defineCommand({
  name: "decisions/give-reason",
  input: z.object({ ...aboutConsent, words: z.string().trim().min(1).max(5_000), by: wayInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<ConsentTaken, AnswerConsentRefusal | InvalidInput>> {
    const acting = await electorIn(context, input, ["consent", "objections"]);
    if (!acting.ok) return acting;
    const { consent, speaker } = acting.value;
    const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
    const before = await answerOf(context.db, round, speaker);
    const answer = consentAnswers.find((word) => word === before?.answer);
    if (answer === undefined || answer === "consent") return refused({ kind: "consent-not-now" });
    return context.execute(answerConsent, { ...input, answer });
  },
});
