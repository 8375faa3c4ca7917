import type { Database } from "../../../kernel/database/database.ts";

/** What is contested of an entry, by the thread in which that is talked over. */
type ContestRow = {
  readonly thread_id: string;
  readonly entry_id: string;
  readonly field: string;
  /** Canonical JSON, as claims have it. */
  readonly value: string;
};

/** The database, seen as the table of contests. */
export function contestTables(database: Database) {
  return database.withTables<{ readonly directory_contests: ContestRow }>();
}
