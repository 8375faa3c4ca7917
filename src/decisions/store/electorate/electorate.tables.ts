import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ProposalTables } from "../proposals/proposals.tables.ts";
import type { SecretTables } from "../secret/secret.tables.ts";

/** Whom a proposal or a consent process asks; one without a row asks all members. */
export type ElectorateRow = {
  readonly proposal_id: string;
  readonly kind: string;
  /** Empty where no circle is asked. */
  readonly circle_id: string;
  /** The circle's name when it was chosen: it may be called otherwise by now, or be no more. */
  readonly circle_name: string;
  /** Days in which the outcome can be challenged before it holds. */
  readonly challenge_days: number;
};

/** Somebody named one by one. */
export type NamedRow = { readonly proposal_id: string; readonly person_id: string };

/** A member who may not answer, and why: frozen when the proposal opens, as those who may. */
export type LeftOutRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly why: string;
  /** Of somebody who is new: when their waiting is over. */
  readonly until: Microseconds | null;
  /** Of somebody in a class without a vote: its name. */
  readonly class_name: string;
};

/** An organisation that has a voice in a proposal. */
export type VoiceRow = {
  readonly proposal_id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly host: string;
};

/** Who speaks for which organisation in a proposal. */
export type VoiceDelegateRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
};

/** How many of those who may answer, and of those who did, live on one server; the empty host is for those who came by e-mail. */
export type ServerRow = {
  readonly proposal_id: string;
  readonly host: string;
  readonly eligible: number;
  /** 0 until it is counted. */
  readonly answered: number;
};

/** Somebody challenges another's standing, or the count. */
export type ChallengeRow = {
  readonly id: string;
  readonly proposal_id: string;
  readonly by_id: string;
  /** Whose standing; null for the count. */
  readonly about_id: string | null;
  /** Why. */
  readonly reason: string;
  readonly made_at: Microseconds;
  /** `upheld` or `dismissed`; empty while it waits. */
  readonly verdict: string;
  readonly answer: string;
  readonly answered_by: string | null;
  readonly answered_at: Microseconds | null;
  /** The verdict of the outcome before and after the recount to which it led; empty where there was none. */
  readonly before: string;
  readonly after: string;
};

/** A stance that was set aside with the standing of whoever gave it: kept, counted no more. */
export type SetAsideRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly challenge_id: string;
  readonly ballot: string;
};

export type ElectorateTables = {
  readonly proposal_electorates: ElectorateRow;
  readonly named_electors: NamedRow;
  readonly left_out: LeftOutRow;
  readonly proposal_voices: VoiceRow;
  readonly voice_delegates: VoiceDelegateRow;
  readonly proposal_servers: ServerRow;
  readonly challenges: ChallengeRow;
  readonly stances_set_aside: SetAsideRow;
};

/** The database, seen as the tables of who may answer, beside those of answers. */
export function electorateTables(database: Database) {
  return database.withTables<ElectorateTables & ProposalTables & SecretTables>();
}
