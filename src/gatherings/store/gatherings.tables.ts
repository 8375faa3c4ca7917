import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** One gathering; its id is also the id of its actor. */
export type GatheringRow = {
  readonly id: string;
  readonly community_id: string;
  /** The part before the host in `@handle@host`. */
  readonly handle: string;
  readonly title: string;
  /** One sentence. */
  readonly purpose: string;
  /** Markdown, as written. */
  readonly description: string;
  /** BCP 47 tag of title, purpose and description. */
  readonly language: string;
  /** The organisers' IANA zone. */
  readonly zone: string;
  /** A {@link GatheringState}. */
  readonly state: string;
  /** The place in words or a link; empty while unknown. */
  readonly place: string;
  readonly capacity: number | null;
  readonly audience_capacity: number | null;
  readonly organiser_id: string;
  readonly announced_at: Microseconds;
  readonly changed_at: Microseconds;
  /** Why these sessions were chosen, or why it was called off; empty before. */
  readonly reason: string;
};

/** Who wants to hear of a gathering. Leaving keeps the row, so that a second Follow does not greet twice. */
export type InterestRow = {
  readonly gathering_id: string;
  readonly person_id: string;
  readonly joined_at: Microseconds;
  readonly left_at: Microseconds | null;
};

/** One scheduling poll of a gathering. A gathering may ask anew: then the newest poll counts. */
export type SchedulingPollRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly length_minutes: number;
  /** Zone of the slots' wall-clock times. */
  readonly zone: string;
  readonly opened_at: Microseconds;
  readonly closes_at: Microseconds;
  /** Null while it is open. */
  readonly closed_at: Microseconds | null;
  /** The text of "none of these" in the native poll, for ever; null when the native poll does not offer it. */
  readonly none_label: string | null;
};

/** One candidate time. */
export type SlotRow = {
  readonly id: string;
  readonly poll_id: string;
  /** Wall-clock time in the poll's zone, ISO 8601 without offset: `2027-03-04T19:00`. */
  readonly starts: string;
  readonly position: number;
  /** The option's text in the native poll, for ever; null when the native poll does not list this slot. */
  readonly native_label: string | null;
};

/** What one person says of one slot, last word. */
export type AnswerRow = {
  readonly poll_id: string;
  readonly slot_id: string;
  readonly person_id: string;
  /** `yes`, `if-need-be` or `no`. */
  readonly availability: string;
};

/** One person who answered a poll: when last, their note, and the native votes already counted. */
export type AnswererRow = {
  readonly poll_id: string;
  readonly person_id: string;
  readonly answered_at: Microseconds;
  readonly note: string | null;
  /** JSON: the slot ids, or `none`, of the native votes counted. */
  readonly native_votes: string;
};

/** One chosen time at which the gathering is held. */
export type SessionRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** Wall-clock time in `zone`, ISO 8601 without offset. */
  readonly starts: string;
  readonly zone: string;
  readonly length_minutes: number;
  /** The instant that `starts` means by the zone's rules as known when it was written; for sorting and for jobs. */
  readonly starts_at: Microseconds;
  /** Grows with each change a calendar shows. */
  readonly sequence: number;
  readonly set_at: Microseconds;
  readonly cancelled_at: Microseconds | null;
};

/** One person's RSVP to one session. */
export type RsvpRow = {
  readonly session_id: string;
  readonly person_id: string;
  readonly answer: string;
  readonly people: number;
  readonly standing: string;
  readonly arrival: number;
  readonly answered_at: Microseconds;
  /** A kind of seat; null stands for the plain one of the answer. */
  readonly seat: string | null;
  /** The instance that a delegate comes from. */
  readonly instance: string | null;
};

export type GatheringTables = {
  readonly gatherings: GatheringRow;
  readonly gathering_interest: InterestRow;
  readonly scheduling_polls: SchedulingPollRow;
  readonly scheduling_slots: SlotRow;
  readonly scheduling_answers: AnswerRow;
  readonly scheduling_answerers: AnswererRow;
  readonly gathering_sessions: SessionRow;
  readonly gathering_rsvps: RsvpRow;
};

/** The database, seen as the tables of gatherings. */
export function gatheringTables(database: Database) {
  return database.withTables<GatheringTables>();
}
