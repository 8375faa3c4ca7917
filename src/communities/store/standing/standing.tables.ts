import type { Database } from "../../../kernel/database/database.ts";
import type { MemberTables } from "../members.tables.ts";

/** A class of members. */
export type ClassRow = {
  readonly id: string;
  readonly community_id: string;
  readonly name: string;
  readonly votes: 0 | 1;
};

/** What stands of one member beyond their role; whoever is a full member with nothing owed has no row. */
export type StandingRow = {
  readonly community_id: string;
  readonly person_id: string;
  readonly class_id: string | null;
  /** A day in ISO 8601. */
  readonly dues_lapsed_on: string | null;
};

/** What a community asks before somebody votes; without a row, nothing. */
export type VotingRulesRow = {
  readonly community_id: string;
  readonly waiting_days: number;
  readonly challenge_days: number;
};

/** An organisation that belongs to a community, with one voice. */
export type OrganisationRow = {
  readonly id: string;
  readonly community_id: string;
  readonly name: string;
  /** Its server's host, perhaps empty. */
  readonly host: string;
};

/** Somebody who speaks for an organisation, from a day to a day, by a decision. */
export type DelegateRow = {
  readonly organisation_id: string;
  readonly community_id: string;
  readonly person_id: string;
  /** Days in ISO 8601; the last one is included. */
  readonly from_day: string;
  readonly until_day: string | null;
  /** By which decision: words or an address. */
  readonly decided_by: string;
};

export type StandingTables = {
  readonly membership_classes: ClassRow;
  readonly member_standings: StandingRow;
  readonly voting_rules: VotingRulesRow;
  readonly organisations: OrganisationRow;
  readonly organisation_delegates: DelegateRow;
};

/** The database, seen as the tables of standing. */
export function standingTables(database: Database) {
  return database.withTables<StandingTables & MemberTables>();
}
