import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One of those whom a gathering reaches out to: once, whatever they are found by. */
export type TargetRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** A {@link TargetKind}. */
  readonly kind: string;
  /** `@ana@social.example`, `ana@mail.example` or `social.example`. */
  readonly address: string;
  /** As typed; empty for none. */
  readonly name: string;
  /** The language to ask in; null for the instance's own. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2; empty where unknown. */
  readonly country: string;
  readonly software: string;
  /** People on the instance; null where unknown. */
  readonly size: number | null;
  readonly added_at: Microseconds;
  /** A {@link TargetState}. */
  readonly state: string;
  readonly asked_by: string | null;
  readonly asked_at: Microseconds | null;
  /** The language it was asked in. */
  readonly asked_language: string | null;
  /** SHA-256 of the token by which a letter is answered; null where none went out. */
  readonly letter_hash: string | null;
  /** The actor who was asked: for an instance, the one its server names as its contact; `mailto:` for a letter. */
  readonly contact_uri: string | null;
  readonly contact_handle: string | null;
  readonly seen_at: Microseconds | null;
  /** `yes`, `maybe` or `no`; the last word. */
  readonly answer: string | null;
  /** How many come, where they said so. */
  readonly people: number | null;
  readonly answered_at: Microseconds | null;
};

/** Who never wants to be asked again by anybody here, as a salted hash of their address. */
export type OutreachRefusalRow = { readonly hash: string };

/** The one salt of this server's refusals. */
export type OutreachSaltRow = { readonly name: string; readonly salt: string };

/** The link by which an instance brings its team. The token opens nothing but a list on which one puts a name, so it is kept as it is. */
export type TeamRow = {
  readonly target_id: string;
  readonly gathering_id: string;
  readonly token: string;
  readonly revoked_at: Microseconds | null;
};

/** Somebody whom an instance brings, without an account here. */
export type TeamMemberRow = {
  readonly id: string;
  readonly target_id: string;
  readonly gathering_id: string;
  readonly name: string;
  readonly joined_at: Microseconds;
};

/** The database, seen as the tables of outreach. */
export function outreachTables(database: Database) {
  return database.withTables<{
    readonly outreach_targets: TargetRow;
    readonly outreach_refusals: OutreachRefusalRow;
    readonly outreach_salt: OutreachSaltRow;
    readonly outreach_teams: TeamRow;
    readonly outreach_team_members: TeamMemberRow;
  }>();
}
