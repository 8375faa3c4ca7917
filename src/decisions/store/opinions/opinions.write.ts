import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { answersJoined } from "../../model/opinions/answers.ts";
import type { OpinionDrawing } from "../../model/opinions/drawing.ts";
import { answersBy, type Statement } from "./opinions.read.ts";
import { opinionTables } from "./opinions.tables.ts";

export async function insertStatement(db: Database, statement: Omit<Statement, "answered">): Promise<void> {
  await opinionTables(db)
    .insertInto("opinion_statements")
    .values({
      id: statement.id,
      thread_id: statement.threadId,
      author_id: statement.authorId,
      place: statement.place,
      text: statement.text,
      answered: 0,
      written_at: microsecondsFromInstant(statement.writtenAt),
    })
    .execute();
}

export async function deleteStatement(db: Database, id: string): Promise<void> {
  await opinionTables(db).deleteFrom("opinion_statements").where("id", "=", id).execute();
}

/** One person more has answered this statement. */
export async function countAnswered(db: Database, id: string): Promise<void> {
  await opinionTables(db)
    .updateTable("opinion_statements")
    .set((row) => ({ answered: row("answered", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function writeAnswers(db: Database, threadId: string, personId: string, answers: string): Promise<void> {
  await opinionTables(db)
    .insertInto("opinion_answers")
    .values({ thread_id: threadId, person_id: personId, answers })
    .onConflict((conflict) => conflict.columns(["thread_id", "person_id"]).doUpdateSet({ answers }))
    .execute();
}

export async function writeDrawing(
  db: Database,
  threadId: string,
  drawing: OpinionDrawing,
  drawnAt: Temporal.Instant,
): Promise<void> {
  const drawn = { drawing: JSON.stringify(drawing), drawn_at: microsecondsFromInstant(drawnAt) };
  await opinionTables(db)
    .insertInto("opinion_drawings")
    .values({ thread_id: threadId, ...drawn })
    .onConflict((conflict) => conflict.column("thread_id").doUpdateSet(drawn))
    .execute();
}

/** Lets go of what a person said and wrote; a statement that others answered keeps its place, without its words. */
export async function forgetOpinions(db: Database, personId: string): Promise<void> {
  const tables = opinionTables(db);
  await tables.deleteFrom("opinion_answers").where("person_id", "=", personId).execute();
  await tables.deleteFrom("opinion_statements").where("author_id", "=", personId).where("answered", "=", 0).execute();
  await tables.updateTable("opinion_statements").set({ text: "" }).where("author_id", "=", personId).execute();
}

/** What stands under `joined` stands under `kept` afterwards; of a statement that both answered, what `kept` said counts. */
export async function carryOpinions(db: Database, kept: string, joined: string): Promise<void> {
  const tables = opinionTables(db);
  await tables.updateTable("opinion_statements").set({ author_id: kept }).where("author_id", "=", joined).execute();
  const theirs = await tables.selectFrom("opinion_answers").selectAll().where("person_id", "=", joined).execute();
  await tables.deleteFrom("opinion_answers").where("person_id", "=", joined).execute();
  for (const { thread_id, answers } of theirs) {
    await writeAnswers(db, thread_id, kept, answersJoined(await answersBy(db, thread_id, kept), answers));
  }
}
