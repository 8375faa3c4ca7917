import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One commitment of one person, made around a gathering. */
export type CommitmentRow = {
  readonly id: string;
  readonly community_id: string;
  readonly gathering_id: string;
  /** What is to be done, in one or two sentences, as written. */
  readonly what: string;
  readonly owner_id: string;
  readonly proposer_id: string;
  /** A {@link CommitmentState}. */
  readonly state: string;
  /** The day by whose end it is to be done, ISO 8601. */
  readonly due: string;
  /** How often the owner gave it another day. */
  readonly moves: number;
  /** The day on which its owner was last asked how it went. */
  readonly asked_on: string | null;
  readonly proposed_at: Microseconds;
  readonly changed_at: Microseconds;
};

export type CommitmentTables = { readonly gathering_commitments: CommitmentRow };

/** The database, seen as the table of commitments. */
export function commitmentTables(database: Database) {
  return database.withTables<CommitmentTables>();
}
