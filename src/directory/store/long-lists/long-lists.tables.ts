import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A list that is taken over part by part, and how far it has come. */
export type LongListRow = {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly taken: number;
  readonly added: number;
  readonly opted_out: number;
  /** Rows that could not be read. */
  readonly passed_over: number;
  readonly begun_at: Microseconds;
  readonly ended_at: Microseconds | null;
};

/** Places of a list that are still to be taken over; JSON. */
export type ListPartRow = {
  readonly list_id: string;
  readonly part: number;
  readonly places: string;
};

type LongListTables = {
  readonly directory_long_lists: LongListRow;
  readonly directory_list_parts: ListPartRow;
};

/** The database, seen as the tables of long lists. */
export function longListTables(database: Database) {
  return database.withTables<LongListTables>();
}
