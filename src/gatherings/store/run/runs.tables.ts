import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** When one block ran in one session; nobody's name stands in it. */
export type RunRow = {
  readonly session_id: string;
  readonly block_id: string;
  readonly gathering_id: string;
  readonly begun_at: Microseconds;
  readonly ended_at: Microseconds | null;
};

type RunTables = { readonly agenda_runs: RunRow };

/** The database, seen as the table of blocks that ran. */
export function runTables(database: Database) {
  return database.withTables<RunTables>();
}
