import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";

/** A browser in which somebody is signed in. The token is in the browser alone; here lies its SHA-256. */
export type SessionRow = {
  /** For naming it on a page; says nothing of the token. */
  readonly id: string;
  readonly token_hash: string;
  readonly person_id: PersonId;
  /** What the browser says of itself, cut short. */
  readonly device: string;
  readonly started_at: Microseconds;
  /** Written at most every few minutes. */
  readonly last_seen_at: Microseconds;
  readonly ends_at: Microseconds;
};

/** A form that a visitor sent before signing in, to be shown filled in again afterwards. */
export type KeptFormRow = {
  /** SHA-256 of the browser's anonymous cookie. */
  readonly browser_hash: string;
  /** The path the form posts to. */
  readonly action: string;
  /** Names and values as JSON; within a size cap. */
  readonly fields: string;
  readonly expires_at: Microseconds;
};

export type SessionTables = { readonly web_sessions: SessionRow; readonly kept_forms: KeptFormRow };

/** The database, seen as the tables of sessions and kept forms. */
export function sessionTables(database: Database) {
  return database.withTables<SessionTables>();
}
