import type { Database } from "../../../kernel/database/database.ts";

/** How many places there are for one answer; nothing is told by a count of 0. */
export type TallyRow = {
  readonly counted_by: string;
  readonly answer: string;
  readonly count: number;
};

/** The database, seen as the table of tallies. */
export function tallyTables(database: Database) {
  return database.withTables<{ readonly directory_tallies: TallyRow }>();
}
