import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What an entry has proved, or somebody began to prove; one of each kind. */
export type ProofRow = {
  readonly entry_id: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string;
  readonly method: string | null;
  readonly account_uri: string | null;
  readonly account_handle: string | null;
  /** Who began it. */
  readonly person_id: string | null;
  readonly asked_at: Microseconds;
  readonly proved_at: Microseconds | null;
  readonly checked_at: Microseconds | null;
  readonly failures: number;
  readonly stale_because: string | null;
};

/** The database, seen as the table of proofs. */
export function proofTables(database: Database) {
  return database.withTables<{ readonly directory_proofs: ProofRow }>();
}
