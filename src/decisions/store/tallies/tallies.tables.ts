import type { Database } from "../../../kernel/database/database.ts";

/** How many stances on a proposal say the same; no row where none does. */
export type BallotCountRow = {
  readonly proposal_id: string;
  /** Canonical JSON, as in `stances`. */
  readonly ballot: string;
  readonly count: number;
};

/** How many have answered a proposal, openly or in secret; no row before the first. */
export type AnswerCountRow = {
  readonly proposal_id: string;
  readonly answered: number;
  /** One more with every change of what is counted. */
  readonly turn: number;
};

export type TallyTables = {
  readonly ballot_counts: BallotCountRow;
  readonly answer_counts: AnswerCountRow;
};

/** The database, seen as the tables of what answers come to so far. */
export function tallyTables(database: Database) {
  return database.withTables<TallyTables>();
}
