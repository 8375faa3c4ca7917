import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One change of the directory. It names nobody: ids, a field and a kind; of a place that is gone only its last one is left. */
export type ChangeRow = {
  readonly number: number;
  readonly kind: string;
  readonly entry_id: string;
  readonly field: string | null;
  /** The claim that was said or taken back. */
  readonly claim_id: string | null;
  /** The claim of the same claimant that was said before it. */
  readonly replaces: string | null;
  /** The thread in which something is contested. */
  readonly thread_id: string | null;
  readonly at: Microseconds;
};

/** The database, seen as the table of changes and the counter from which they are numbered. */
export function changeTables(database: Database) {
  return database.withTables<{
    readonly directory_changes: ChangeRow;
    readonly directory_counts: { readonly of: string; readonly count: number };
    readonly directory_entries: {
      readonly id: string;
      readonly name: string;
      readonly domain: string | null;
      readonly added_at: Microseconds;
    };
    readonly directory_claims: {
      readonly id: string;
      readonly entry_id: string;
      readonly field: string;
      readonly said_at: Microseconds;
      readonly ended_at: Microseconds | null;
    };
  }>();
}
