import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One statement of a thread. */
export type StatementRow = {
  readonly id: string;
  readonly thread_id: string;
  readonly author_id: string;
  /** Where its answers stand in each person's; taken anew only once nobody ever answered it. */
  readonly place: number;
  /** Plain text; empty once its author has left. */
  readonly text: string;
  /** How many people have ever answered it. */
  readonly answered: number;
  readonly written_at: Microseconds;
};

/** All that one person says of a thread's statements. When they said it is not kept. */
export type AnswersRow = {
  readonly thread_id: string;
  readonly person_id: string;
  /** One mark per place, see `answerAt`. */
  readonly answers: string;
};

/** The map as it was last drawn. */
export type DrawingRow = {
  readonly thread_id: string;
  /** An `OpinionDrawing` as JSON. */
  readonly drawing: string;
  readonly drawn_at: Microseconds;
};

export type OpinionTables = {
  readonly opinion_statements: StatementRow;
  readonly opinion_answers: AnswersRow;
  readonly opinion_drawings: DrawingRow;
};

/** The database, seen as the tables of opinions. */
export function opinionTables(database: Database) {
  return database.withTables<OpinionTables>();
}
