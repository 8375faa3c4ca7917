import type { Database } from "../../../kernel/database/database.ts";

/** What somebody hears of a thread. */
export type FollowRow = {
  readonly thread_id: string;
  readonly person_id: string;
  /** A {@link FollowLevel}. */
  readonly level: string;
};

/** The database, seen as the table of who hears what of which thread. */
export function followTables(database: Database) {
  return database.withTables<{ readonly thread_follows: FollowRow }>();
}
