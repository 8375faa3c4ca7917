import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { IdentityId, PersonId } from "../model/person.ts";

/** A person. What others see of them is `name` and their main actor; the rest is how they want to be treated. */
export type PersonRow = {
  readonly id: PersonId;
  /** Cleaned; empty for someone who has left. */
  readonly name: string;
  /** Whether they typed the name themselves; else it follows their account's. */
  readonly name_is_own: number;
  /** The fediverse identity that is shown and written to. */
  readonly main_actor_uri: string | null;
  readonly is_operator: number;
  readonly language: string | null;
  readonly zone: string | null;
  /** Wall-clock `HH:MM` in their zone; both or neither. */
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
  readonly met_at: Microseconds;
  readonly suspended_at: Microseconds | null;
  readonly suspension_reason: string | null;
  readonly left_at: Microseconds | null;
  /** Turned out to be this other person, who carries their identities since; the row stays, since its id is in records. */
  readonly joined_into: PersonId | null;
};

/** A fediverse actor who is this person. */
export type ActorIdentityRow = {
  readonly id: IdentityId;
  readonly person_id: PersonId;
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly url: string;
  readonly added_at: Microseconds;
  /** When they last signed in by it; null while they were only met through their server. */
  readonly proven_at: Microseconds | null;
};

/** A verified e-mail address of this person. */
export type EmailIdentityRow = {
  readonly id: IdentityId;
  readonly person_id: PersonId;
  /** Lower case, for finding; mail goes there too. */
  readonly address: string;
  readonly verified_at: Microseconds;
};

/** The way a person chose for one kind of notice. */
export type NoticeWayRow = { readonly person_id: PersonId; readonly kind: string; readonly way: string };

export type PeopleTables = {
  readonly people: PersonRow;
  readonly actor_identities: ActorIdentityRow;
  readonly email_identities: EmailIdentityRow;
  readonly notice_ways: NoticeWayRow;
};

/** The database, seen as the tables of people and their identities. */
export function peopleTables(database: Database) {
  return database.withTables<PeopleTables>();
}
