import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { answerAt, mostStatements, type StatementId } from "../../model/opinions/answers.ts";
import { mostPeopleDrawn, type OpinionDrawing } from "../../model/opinions/drawing.ts";
import type { PersonId, ThreadId } from "../../model/thread.ts";
import { opinionTables, type StatementRow } from "./opinions.tables.ts";

/** A statement that members say something of. */
export interface Statement {
  readonly id: StatementId;
  readonly threadId: ThreadId;
  readonly authorId: PersonId;
  readonly place: number;
  /** Empty once its author has left. */
  readonly text: string;
  readonly answered: number;
  readonly writtenAt: Temporal.Instant;
}

export async function statementById(db: Database, id: string): Promise<Statement | undefined> {
  const row = await opinionTables(db)
    .selectFrom("opinion_statements")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : statementFromRow(row);
}

/** All statements of a thread, in the order of their places. */
export async function statementsOf(db: Database, threadId: string): Promise<readonly Statement[]> {
  const rows = await opinionTables(db)
    .selectFrom("opinion_statements")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("place")
    .limit(mostStatements)
    .execute();
  return rows.map(statementFromRow);
}

/** What one person says of a thread's statements; empty when nothing yet. */
export async function answersBy(db: Database, threadId: string, personId: string): Promise<string> {
  const row = await opinionTables(db)
    .selectFrom("opinion_answers")
    .select("answers")
    .where("thread_id", "=", threadId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.answers ?? "";
}

/** What people say of a thread's statements, without who they are; at most so many as one drawing takes. */
export async function answersOf(db: Database, threadId: string): Promise<readonly string[]> {
  const rows = await opinionTables(db)
    .selectFrom("opinion_answers")
    .select("answers")
    .where("thread_id", "=", threadId)
    .limit(mostPeopleDrawn)
    .execute();
  return rows.map(({ answers }) => answers);
}

/** The map of a thread as it was last drawn. */
export async function drawingOf(db: Database, threadId: string): Promise<OpinionDrawing | undefined> {
  const row = await opinionTables(db)
    .selectFrom("opinion_drawings")
    .select("drawing")
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.drawing) as OpinionDrawing);
}

/** The threads in which somebody answered or wrote statements. */
export async function threadsWithOpinionsOf(db: Database, personId: string): Promise<readonly string[]> {
  const tables = opinionTables(db);
  const answered = tables.selectFrom("opinion_answers").select("thread_id").where("person_id", "=", personId);
  const written = tables.selectFrom("opinion_statements").select("thread_id").where("author_id", "=", personId);
  const rows = [...(await answered.execute()), ...(await written.execute())];
  return [...new Set(rows.map(({ thread_id }) => thread_id))];
}

/** All that is kept of a person's opinions, by list, for them to take along. */
export async function opinionsOfPerson(db: Database, personId: string) {
  const tables = opinionTables(db);
  const written = await tables.selectFrom("opinion_statements").selectAll().where("author_id", "=", personId).execute();
  const said = await tables
    .selectFrom("opinion_answers")
    .innerJoin("opinion_statements", "opinion_statements.thread_id", "opinion_answers.thread_id")
    .select(["opinion_answers.thread_id", "opinion_answers.answers", "place", "text"])
    .where("person_id", "=", personId)
    .execute();
  return {
    statements: written.map((row) => ({
      thread: row.thread_id,
      text: row.text,
      written: instantFromMicroseconds(row.written_at).toString(),
    })),
    opinions: said.flatMap(({ thread_id: thread, answers, place, text }) => {
      const answer = answerAt(answers, place);
      return answer === undefined ? [] : [{ thread, statement: text, answer }];
    }),
  };
}

function statementFromRow(row: StatementRow): Statement {
  return {
    id: row.id as StatementId,
    threadId: row.thread_id as ThreadId,
    authorId: row.author_id as PersonId,
    place: row.place,
    text: row.text,
    answered: row.answered,
    writtenAt: instantFromMicroseconds(row.written_at),
  };
}
