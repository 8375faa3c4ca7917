import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** How many voices somebody holds at most in a community that said so. */
export type VoiceLimitRow = {
  readonly community_id: string;
  readonly most: number;
};

/** A voice offered to somebody, or handed over. Rows stay: what has ended lies before the part of the index that is read. */
export type HandedVoiceRow = {
  readonly id: string;
  readonly community_id: string;
  readonly giver_id: string;
  readonly holder_id: string;
  /** `proposal`, `topic` or `community`. */
  readonly scope: string;
  /** The proposal's id, the tag, or empty. */
  readonly subject: string;
  readonly offered_at: Microseconds;
  /** Null until whoever it is offered to takes it. */
  readonly accepted_at: Microseconds | null;
  /** When it runs out; moved forward to when it was taken back, declined or laid down. */
  readonly ends_at: Microseconds;
};

/** Of a counted proposal: somebody who was spoken for, and how. */
export type SpokenVoiceRow = {
  readonly proposal_id: string;
  readonly giver_id: string;
  readonly next_id: string;
  readonly speaker_id: string;
  /** What was counted, as the speaker's stance said it: canonical JSON. */
  readonly ballot: string;
};

/** A stance that a steward wrote down for somebody who gave it by phone. */
export type RecordedStanceRow = {
  readonly proposal_id: string;
  readonly person_id: string;
  readonly recorder_id: string;
  /** The steward's words. */
  readonly note: string;
  readonly recorded_at: Microseconds;
  /** `unconfirmed`, `confirmed` or `refused`. */
  readonly state: string;
};

/** One seat for a guest of one proposal. */
export type GuestRow = {
  readonly id: string;
  readonly proposal_id: string;
  /** As the inviter called them; empty once the guest had it removed. */
  readonly name: string;
  /** `counted` or `advisory`. */
  readonly standing: string;
  /** SHA-256 of what the link holds. */
  readonly token_hash: string;
  readonly inviter_id: string;
  readonly invited_at: Microseconds;
  readonly revoked_at: Microseconds | null;
  /** Canonical JSON; null until they answer. */
  readonly ballot: string | null;
  readonly reason: string;
  /** How often they have answered. */
  readonly answers: number;
};

/** Of a counted proposal: how many of its answers came in which of these ways. */
export type VoiceCountsRow = {
  readonly proposal_id: string;
  readonly by_proxy: number;
  readonly by_phone: number;
  readonly unconfirmed: number;
  readonly guests: number;
  readonly advisory: number;
};

export type VoiceTables = {
  readonly voice_limits: VoiceLimitRow;
  readonly handed_voices: HandedVoiceRow;
  readonly spoken_voices: SpokenVoiceRow;
  readonly recorded_stances: RecordedStanceRow;
  readonly proposal_guests: GuestRow;
  readonly voice_counts: VoiceCountsRow;
};

/** The database, seen as the tables of voices given while one is away. */
export function voiceTables(database: Database) {
  return database.withTables<VoiceTables>();
}
