import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import {
  freePlace,
  longestStatement,
  mostStatements,
  mostStatementsEach,
  type StatementId,
} from "../../model/opinions/answers.ts";
import type { PersonId } from "../../model/thread.ts";
import { statementsOf } from "../../store/opinions/opinions.read.ts";
import { insertStatement } from "../../store/opinions/opinions.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, threadOf, type StandingRefusal } from "../standing.ts";
import { drawSoon } from "./drawing-job.ts";
import { mayTakePart } from "./standing.ts";

type WriteStatementRefusal =
  | StandingRefusal
  | { readonly kind: "thread-closed" }
  | { readonly kind: "statement-exists"; readonly field: "text" }
  | { readonly kind: "statements-full"; readonly most: number }
  | { readonly kind: "your-statements-full"; readonly most: number };

/**
 * A member adds a statement to a thread, for all members to agree with or not.
 *
 * Refuses `thread-closed`, `statement-exists` for words that stand there already, `statements-full`, `your-statements-full`, and what
 * standing refuses.
 */
export const writeStatement = defineCommand({
  name: "decisions/write-statement",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    text: z
      .string()
      .transform((text) => text.replaceAll(/\s+/g, " ").trim())
      .pipe(z.string().min(1).max(longestStatement)),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly statementId: StatementId }, WriteStatementRefusal>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const authorId = actingPerson(context) as PersonId;
    const standing = await statementsOf(context.db, thread.id);
    const words = input.text.toLowerCase();
    if (standing.some(({ text }) => text.toLowerCase() === words)) {
      return refused({ kind: "statement-exists", field: "text" });
    }
    if (standing.length >= mostStatements) return refused({ kind: "statements-full", most: mostStatements });
    if (standing.filter((statement) => statement.authorId === authorId).length >= mostStatementsEach) {
      return refused({ kind: "your-statements-full", most: mostStatementsEach });
    }
    const id = context.ids.next<"statement">();
    const place = freePlace(standing.map((statement) => statement.place));
    const { text } = input;
    await insertStatement(context.db, { id, threadId: thread.id, authorId, place, text, writtenAt: context.now });
    await drawSoon(context, input);
    context.emit({ name: "statement-written", version: 1, payload: { thread: thread.id, statement: id } });
    return accepted({ statementId: id });
  },
});
