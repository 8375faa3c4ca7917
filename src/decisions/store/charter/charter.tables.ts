import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One version of a community's charter; the highest is in force. Written once. */
export type CharterVersionRow = {
  readonly community_id: string;
  readonly version: number;
  /** JSON: a Charter. */
  readonly charter: string;
  readonly hash: string;
  /** The proposal by which it was decided; null for the first, which stewards set. */
  readonly proposal_id: string | null;
  /** Who set the first one, or put the amendment forward. */
  readonly written_by: string;
  readonly in_force_at: Microseconds;
};

/** What a proposal to amend the charter, or the present version of a consent process, would make of it. */
export type CharterAmendmentRow = {
  /** Of the proposal, or of the process. */
  readonly proposal_id: string;
  readonly community_id: string;
  /** JSON: a Charter. */
  readonly charter: string;
  /** The version it was written against. */
  readonly base_version: number;
  /** Null while it is open; else `in-force`, `not-carried`, `withdrawn`, `overtaken` by another amendment, or `undone` at its review. */
  readonly ended: string | null;
};

/** What one version of a consent process would make of the charter. */
export type ConsentAmendmentRow = {
  readonly consent_id: string;
  readonly version: number;
  /** JSON: a Charter. */
  readonly charter: string;
  /** The version of the charter it was written against. */
  readonly base_version: number;
};

/** The rules that a proposal was put under, where they are those of a preset or of the charter. */
export type ProposalBylawsRow = {
  readonly proposal_id: string;
  /** The id of the preset; empty where the charter rules. */
  readonly preset: string;
  /** The version of the charter; 0 for a preset. */
  readonly charter_version: number;
  readonly matter_id: string;
  /** As the matter was called then. */
  readonly matter_name: string;
  readonly days: number;
  /** Until when it cannot be closed. */
  readonly bound_until: Microseconds;
};

export type CharterTables = {
  readonly charter_versions: CharterVersionRow;
  readonly charter_amendments: CharterAmendmentRow;
  readonly consent_amendments: ConsentAmendmentRow;
  readonly proposal_bylaws: ProposalBylawsRow;
};

/** The database, seen as the tables of charters. */
export function charterTables(database: Database) {
  return database.withTables<CharterTables>();
}
