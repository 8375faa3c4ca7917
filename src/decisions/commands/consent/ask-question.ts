import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { insertQuestion } from "../../store/consent/rounds.write.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";

/** Asks what is not clear yet; the round stays open until it is answered, for a week at most. Refuses as {@link electorIn} does. */
export const askQuestion = defineCommand({
  name: "decisions/ask-question",
  input: z.object({ ...aboutConsent, text: z.string().trim().min(1).max(2_000) }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly understood: string }, ConsentRefusal>> {
    const acting = await electorIn(context, input, ["clarify"]);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    const id = context.ids.next<"question">();
    await insertQuestion(context.db, {
      id,
      consentId: consent.id,
      ...speaker,
      text: input.text,
      askedAt: context.now,
    });
    context.emit({
      name: "consent-question-asked",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, question: id, person },
    });
    return accepted({ understood: "question" });
  },
});
