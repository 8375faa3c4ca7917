import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { deleteStatement } from "../../store/opinions/opinions.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { drawSoon } from "./drawing-job.ts";
import { statementOf, type AboutStatement } from "./standing.ts";

type TakeBackRefusal = StandingRefusal | { readonly kind: "statement-answered" };

/**
 * Its author or a steward takes a statement back, while nobody has answered it: afterwards people would find themselves in agreement with
 * nothing. Refuses `statement-answered`, `not-the-author` and `not-found`.
 */
export const takeBackStatement = defineCommand({
  name: "decisions/take-back-statement",
  input: z.object({ communityId: communityInput, threadId: idInput, statementId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTakeBack,
  async run(context, input): Promise<Result<Record<string, never>, TakeBackRefusal>> {
    const statement = await statementOf(context, input);
    if (statement === undefined) return refused({ kind: "not-found" });
    if (statement.answered > 0) return refused({ kind: "statement-answered" });
    await deleteStatement(context.db, statement.id);
    await drawSoon(context, input);
    const payload = { thread: statement.threadId, statement: statement.id };
    context.emit({ name: "statement-taken-back", version: 1, payload });
    return accepted({});
  },
});

async function mayTakeBack(context: CommandContext, about: AboutStatement): Promise<StandingRefusal | undefined> {
  const person = actingPerson(context);
  if (person === undefined) return { kind: "sign-in-needed" };
  const statement = await statementOf(context, about);
  if (statement === undefined) return { kind: "not-found" };
  if (person === statement.authorId) return undefined;
  return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-the-author" };
}
