import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** When an entry was looked at, and what came of it. */
export type LookRow = {
  readonly entry_id: string;
  /** When somebody last wished it to be looked at, while that has not been done. */
  readonly asked_at: Microseconds | null;
  readonly looked_at: Microseconds | null;
  readonly outcome: string | null;
  readonly leads_to: string | null;
  /** When it last answered. */
  readonly answered_at: Microseconds | null;
  /** Looks in a row to which nobody answered. */
  readonly failures: number;
};

/** The database, seen as the table of looks. */
export function lookTables(database: Database) {
  return database.withTables<{ readonly directory_looks: LookRow }>();
}
