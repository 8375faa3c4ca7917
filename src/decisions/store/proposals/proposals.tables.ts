import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One proposal. Its rules never change once it is open. */
export type ProposalRow = {
  readonly id: string;
  readonly community_id: string;
  readonly thread_id: string;
  readonly author_id: string;
  readonly title: string;
  /** Markdown as written. */
  readonly text: string;
  readonly method: string;
  readonly method_version: number;
  /** JSON: the names of the options in order. */
  readonly options: string;
  /** JSON, as the method's rules read it. */
  readonly settings: string;
  readonly secrecy: string;
  readonly shows_count: string;
  readonly reasons: string;
  readonly quorum_percent: number;
  /** The IANA zone in which its closing time was agreed. */
  readonly zone: string;
  /** How many rows of `proposal_electors` it has. */
  readonly eligible: number;
  readonly state: string;
  readonly opened_at: Microseconds;
  readonly closes_at: Microseconds;
  readonly closed_at: Microseconds | null;
};

/** One person who may answer a proposal, and why: the list is frozen when it opens. */
export type ElectorRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly why: string;
};

/** What one person says of a proposal, last word. */
export type StanceRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  /** Canonical JSON, so that equal ballots are equal texts. */
  readonly ballot: string;
  readonly reason: string;
  readonly given_at: Microseconds;
  /** `web`, `native-poll`, `reply`, or `phone` where a steward wrote it down. */
  readonly by: string;
  /** How many earlier stances there are. */
  readonly changes: number;
  /** JSON: the options picked in the native poll so far, by their places: several arrive one by one. */
  readonly native_votes: string;
};

/** A stance that was changed. */
export type EarlierStanceRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly place: number;
  readonly ballot: string;
  readonly reason: string;
  readonly given_at: Microseconds;
  readonly by: string;
};

/** The count of a closed proposal, and what somebody states came of it. */
export type OutcomeRow = {
  readonly proposal_id: string;
  /** JSON: a Tally. */
  readonly tally: string;
  /** JSON: a Conclusion. */
  readonly conclusion: string;
  readonly eligible: number;
  readonly answered: number;
  /** By which the lot falls, where the rule needs one. */
  readonly seed: string;
  /** Markdown; empty until somebody states it. */
  readonly statement: string;
  readonly stated_by: string | null;
  readonly stated_at: Microseconds | null;
  readonly counted_at: Microseconds;
};

export type ProposalTables = {
  readonly proposals: ProposalRow;
  readonly proposal_electors: ElectorRow;
  readonly stances: StanceRow;
  readonly earlier_stances: EarlierStanceRow;
  readonly outcomes: OutcomeRow;
};

/** The database, seen as the tables of proposals. */
export function proposalTables(database: Database) {
  return database.withTables<ProposalTables>();
}
