import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A decision, made by consent or by the count of a proposal: its exact words, and where it stands. */
export type AdoptedDecisionRow = {
  readonly id: string;
  readonly community_id: string;
  readonly thread_id: string;
  /** The consent process it came from, or by which it is reviewed where a proposal made it. */
  readonly consent_id: string;
  /** The proposal that made it; null for one made by consent. */
  readonly proposal_id: string | null;
  /** That of its thread: who may read it. */
  readonly audience: string;
  /** The sequence of the last entry of the community's log before it; null for those older than the register. */
  readonly logged_after: number | null;
  readonly version: number;
  readonly version_hash: string;
  readonly title: string;
  readonly text: string;
  readonly measures: string;
  readonly responsible: string;
  readonly zone: string;
  readonly eligible: number;
  readonly answered: number;
  readonly adopted_at: Microseconds;
  /** When where it stands last changed; 0 where nobody wrote that down yet. */
  readonly changed_at: Microseconds;
  readonly term_months: number;
  /** ISO dates. */
  readonly starts_on: string;
  readonly review_on: string;
  readonly ends_on: string | null;
  /** A DecisionState. */
  readonly state: string;
  /** The last day on which people were told of the review. */
  readonly told_on: string | null;
  /** How often it was reviewed. */
  readonly reviews: number;
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
};

export type AdoptedTables = { readonly adopted_decisions: AdoptedDecisionRow };

/** The database, seen as the table of adopted decisions. */
export function adoptedTables(database: Database) {
  return database.withTables<AdoptedTables>();
}
