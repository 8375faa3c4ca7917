import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What the account of a place said for it, and how it was found when it was last looked at. */
export type EvidenceRow = {
  readonly id: string;
  readonly entry_id: string;
  readonly account_uri: string;
  /** Who had that account. */
  readonly person_id: string | null;
  readonly said_at: Microseconds;
  readonly checked_at: Microseconds;
  readonly tried_at: Microseconds;
  readonly failures: number;
  readonly fault: string | null;
};

/** Somebody whom a place names as its delegate. */
export type DelegateRow = EvidenceRow & {
  /** Empty once they wished to be forgotten. */
  readonly handle: string;
  /** Who that is, where they have an account here. */
  readonly delegate_id: string | null;
  readonly scope: string;
  readonly decision: string;
  /** The decision in our own register. */
  readonly decision_id: string | null;
  /** The last day of the term, as in ISO 8601. */
  readonly until: string;
};

/** A document that a place shows. */
export type DocumentRow = EvidenceRow & {
  readonly kind: string;
  readonly url: string;
  readonly licence: string;
};

/** A text that stood at the address of a document. */
export type DocumentVersionRow = {
  readonly id: string;
  readonly document_id: string;
  readonly entry_id: string;
  readonly sha256: string;
  readonly words_sha256: string;
  readonly media_type: string;
  readonly size: number;
  readonly first_seen_at: Microseconds;
  readonly last_seen_at: Microseconds;
  /** The digest under which its copy is kept; null where there is none. */
  readonly copy: string | null;
};

/** A place that vouches for another. */
export type VouchRow = {
  readonly id: string;
  /** The vouched-for place. */
  readonly entry_id: string;
  readonly by_entry_id: string;
  readonly note: string;
  readonly account_uri: string;
  readonly person_id: string | null;
  readonly said_at: Microseconds;
  readonly reply: string;
  readonly is_declined: number;
};

/** What all that comes to for a place; one row of each kind. */
export type StepRow = {
  readonly entry_id: string;
  readonly kind: string;
  readonly state: string;
  readonly since: Microseconds;
  readonly checked_at: Microseconds;
  readonly expires_at: Microseconds;
  readonly fault: string | null;
};

/** The database, seen as the tables of what stands above the proofs of places. */
export function ladderTables(database: Database) {
  return database.withTables<{
    readonly directory_delegates: DelegateRow;
    readonly directory_documents: DocumentRow;
    readonly directory_document_versions: DocumentVersionRow;
    readonly directory_vouches: VouchRow;
    readonly directory_steps: StepRow;
    readonly directory_entries: { readonly id: string; readonly name: string; readonly domain: string | null };
  }>();
}
