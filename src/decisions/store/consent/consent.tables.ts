import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One consent process. Its rules never change once it is before the circle. */
export type ConsentRow = {
  readonly id: string;
  readonly community_id: string;
  readonly thread_id: string;
  readonly author_id: string;
  readonly title: string;
  /** The driver: what happens, and what is needed; Markdown, may be empty. */
  readonly need: string;
  /** The aim it refers to; may be empty. */
  readonly aim: string;
  readonly silence: string;
  readonly quorum_percent: number;
  /** JSON: RoundDays. */
  readonly round_days: string;
  /** 1 where reactions are shown to whoever has given their own. */
  readonly hides_reactions: number;
  /** The IANA zone in which its days are counted. */
  readonly zone: string;
  /** ISO dates; the decision starts when it is adopted where there is none, and has no hard end where there is none. */
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly eligible: number;
  /** A ConsentState. */
  readonly state: string;
  readonly state_since: Microseconds;
  /** When the state's time is over; null for a state without one. */
  readonly due_at: Microseconds | null;
  /** The number of the present version, from 1. */
  readonly version: number;
  /** How often objections were gathered. */
  readonly cycle: number;
  /** How often the circle was asked for consent, and for another way. */
  readonly turn: number;
  readonly motions: number;
  /** 1 once somebody asked for time in the present consent round. */
  readonly time_given: number;
  readonly drafted_at: Microseconds;
  readonly ended_at: Microseconds | null;
  /** Why it was withdrawn, parked or referred, and where to. */
  readonly ending_reason: string;
  /** The decision that it changes; null for a new matter. */
  readonly supersedes: string | null;
  /** The proposal whose decision it keeps; null for what the circle was asked by rounds. */
  readonly proposal_id: string | null;
};

/** One version of a proposal, as it was written. */
export type ConsentVersionRow = {
  readonly consent_id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly measures: string;
  readonly responsible: string;
  readonly term_months: number;
  /** SHA-256, in hex, of its canonical JSON. */
  readonly hash: string;
  /** An IntegrationOption; empty for the first and for amendments before consent was asked. */
  readonly integration: string;
  /** The cycle of objections it answers; 0 before there were any. */
  readonly cycle: number;
  readonly note: string;
  readonly written_by: string;
  readonly written_at: Microseconds;
};

/** One round in which the circle is asked: `clarify`, `react`, `consent`, `motion` or `review`. */
export type ConsentRoundRow = {
  readonly consent_id: string;
  readonly kind: string;
  readonly number: number;
  /** Under which answers to it stand: for `consent` the version, else the number. */
  readonly answers_to: number;
  /** Of a motion: what is proposed. */
  readonly subject: string;
  readonly words: string;
  readonly opened_by: string | null;
  readonly opened_at: Microseconds;
  readonly due_at: Microseconds;
  readonly closed_at: Microseconds | null;
  /** Of a motion and of a review: what came of it. */
  readonly result: string;
  readonly eligible: number;
};

/** What one person said in a round, last word. */
export type ConsentAnswerRow = {
  readonly consent_id: string;
  readonly kind: string;
  readonly answers_to: number;
  readonly person_id: string;
  readonly answer: string;
  readonly words: string;
  readonly given_at: Microseconds;
  readonly by: string;
  /** The organisation for which it was said; empty where people speak for themselves. */
  readonly on_behalf_of: string;
};

/** A question of the first round, and its answer. */
export type ConsentQuestionRow = {
  readonly id: string;
  readonly consent_id: string;
  readonly person_id: string;
  readonly text: string;
  readonly asked_at: Microseconds;
  readonly answer: string;
  readonly answered_by: string | null;
  readonly answered_at: Microseconds | null;
  /** The organisation for which it was said; empty where people speak for themselves. */
  readonly on_behalf_of: string;
};

/** The record of an objection, with all that the method asks of one. */
export type ConsentObjectionRow = {
  readonly id: string;
  readonly consent_id: string;
  readonly version: number;
  readonly cycle: number;
  readonly person_id: string;
  readonly raised_at: Microseconds;
  readonly statement: string;
  readonly kind: string;
  readonly aim: string;
  readonly evidence: string;
  readonly severity: string;
  readonly workable: string;
  /** An ObjectionState. */
  readonly state: string;
  readonly tested_by: string;
  readonly tested_at: Microseconds | null;
  /** How it was met: an IntegrationOption; empty until then. */
  readonly resolved_how: string;
  readonly resolved_version: number | null;
  /** The version for which `confirmed` holds; null while none. */
  readonly confirmed_version: number | null;
  readonly confirmed: number | null;
  readonly confirmed_at: Microseconds | null;
  /** The organisation for which it was said; empty where people speak for themselves. */
  readonly on_behalf_of: string;
};

/** What one member adds to a record, or says of it in the test: `adds`, `stands` or `concern`. */
export type ConsentRemarkRow = {
  readonly objection_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly words: string;
  readonly said_at: Microseconds;
  /** The organisation for which it was said; empty where people speak for themselves. */
  readonly on_behalf_of: string;
};

export type ConsentTables = {
  readonly consents: ConsentRow;
  readonly consent_versions: ConsentVersionRow;
  readonly consent_rounds: ConsentRoundRow;
  readonly consent_answers: ConsentAnswerRow;
  readonly consent_questions: ConsentQuestionRow;
  readonly consent_objections: ConsentObjectionRow;
  readonly consent_remarks: ConsentRemarkRow;
};

/** The database, seen as the tables of consent processes. */
export function consentTables(database: Database) {
  return database.withTables<ConsentTables>();
}
