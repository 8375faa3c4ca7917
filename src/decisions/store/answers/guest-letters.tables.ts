import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** The letter by which a guest is invited to one proposal. */
export type GuestLetterRow = {
  readonly guest_id: string;
  readonly proposal_id: string;
  readonly inviter_id: string;
  /** Null once it is forgotten: when the proposal closes, or the guest leaves. */
  readonly address: string | null;
  /** What the link holds, until the mail server has the letter; then null. */
  readonly token: string | null;
  readonly asked_at: Microseconds;
  /** A {@link GuestLetterState}. */
  readonly state: string;
};

/** The database, seen as the table of letters to guests. */
export function guestLetterTables(database: Database) {
  return database.withTables<{ readonly guest_letters: GuestLetterRow }>();
}
