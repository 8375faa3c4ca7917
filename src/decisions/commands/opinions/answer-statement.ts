import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { answerAt, answersWith, opinionAnswers } from "../../model/opinions/answers.ts";
import { answersBy } from "../../store/opinions/opinions.read.ts";
import { countAnswered, writeAnswers } from "../../store/opinions/opinions.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, threadOf, type StandingRefusal } from "../standing.ts";
import { drawSoon } from "./drawing-job.ts";
import { mayTakePart, statementOf } from "./standing.ts";

type AnswerStatementRefusal = StandingRefusal | { readonly kind: "thread-closed" };

/**
 * A member agrees with a statement, disagrees, or passes; the last answer stands. The log says that somebody answered in this thread, and
 * neither which statement nor what.
 *
 * Refuses `thread-closed`, and what standing refuses.
 */
export const answerStatement = defineCommand({
  name: "decisions/answer-statement",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    statementId: idInput,
    answer: z.enum(opinionAnswers),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<Record<string, never>, AnswerStatementRefusal>> {
    const [thread, statement] = [await threadOf(context, input), await statementOf(context, input)];
    const person = actingPerson(context);
    if (thread === undefined || statement === undefined || person === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const before = await answersBy(context.db, thread.id, person);
    const was = answerAt(before, statement.place);
    if (was === input.answer) return accepted({});
    await writeAnswers(context.db, thread.id, person, answersWith(before, statement.place, input.answer));
    if (was === undefined) await countAnswered(context.db, statement.id);
    await drawSoon(context, input);
    context.emit({ name: "statement-answered", version: 1, payload: { thread: thread.id } });
    return accepted({});
  },
});
