import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { askableQuestions } from "../../model/questions/questions.ts";
import { writeQuestions } from "../../store/questions/questions.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

/** Chooses what an RSVP asks besides. What was answered to a question that is asked no more stays until it is deleted with the rest. */
export const chooseQuestions = defineCommand({
  name: "gatherings/choose-questions",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    questions: z.array(z.enum(askableQuestions)).max(askableQuestions.length),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly questions: readonly string[] }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const questions = askableQuestions.filter((question) => input.questions.includes(question));
    await writeQuestions(context.db, gathering.id, questions);
    context.emit({ name: "questions-chosen", version: 1, payload: { gathering: gathering.id, questions } });
    return accepted({ questions });
  },
});
