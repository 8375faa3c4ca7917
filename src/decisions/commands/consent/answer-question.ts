import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { questionById } from "../../store/consent/rounds.read.ts";
import { writeQuestionAnswer } from "../../store/consent/rounds.write.ts";
import { idInput } from "../inputs.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { actingIn, mustBeAuthor, type ConsentRefusal } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";

/** The author answers a question; nobody else does. Refuses `consent-not-now`, and what standing refuses. */
export const answerQuestion = defineCommand({
  name: "decisions/answer-question",
  input: z.object({ ...aboutConsent, questionId: idInput, answer: z.string().trim().min(1).max(5_000) }),
  chain: (input) => input.communityId,
  authorise: mustBeAuthor,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const acting = await actingIn(context, input, ["clarify", "react"]);
    if (!acting.ok) return acting;
    const { consent, person } = acting.value;
    const question = await questionById(context.db, input.questionId);
    if (question?.consentId !== consent.id) return refused({ kind: "not-found" });
    await writeQuestionAnswer(context.db, question.id, { text: input.answer, by: person, at: context.now });
    context.emit({
      name: "consent-question-answered",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, question: question.id },
    });
    await proceed(context, consent.id);
    return accepted({});
  },
});
