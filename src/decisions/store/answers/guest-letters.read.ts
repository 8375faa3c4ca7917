import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { guestLetterLimits, type GuestLetterState, type LettersAsked } from "../../model/answers/guest-letters.ts";
import { mostGuests } from "../../model/voice/guests.ts";
import { guestLetterTables } from "./guest-letters.tables.ts";

/** A letter that waits to go out. */
export interface WaitingLetter {
  readonly address: string;
  readonly token: string;
}

/** The letter to a guest, as long as it waits. */
export async function waitingLetter(db: Database, guestId: string): Promise<WaitingLetter | undefined> {
  const row = await guestLetterTables(db)
    .selectFrom("guest_letters")
    .select(["address", "token"])
    .where("guest_id", "=", guestId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return row === undefined || row.address === null || row.token === null
    ? undefined
    : { address: row.address, token: row.token };
}

/** What became of the letters to the guests of a proposal, by guest; who got none is not there. */
export async function letterStates(db: Database, proposalId: string): Promise<ReadonlyMap<string, GuestLetterState>> {
  const rows = await guestLetterTables(db)
    .selectFrom("guest_letters")
    .select(["guest_id", "state"])
    .where("proposal_id", "=", proposalId)
    .limit(mostGuests)
    .execute();
  return new Map(rows.map((row) => [row.guest_id, row.state as GuestLetterState]));
}

/** The guests of a proposal whom a letter to this address invited. */
export async function guestsWrittenTo(db: Database, proposalId: string, address: string): Promise<readonly string[]> {
  const rows = await guestLetterTables(db)
    .selectFrom("guest_letters")
    .select("guest_id")
    .where("proposal_id", "=", proposalId)
    .where("address", "=", address)
    .limit(mostGuests)
    .execute();
  return rows.map((row) => row.guest_id);
}

/** How many letters were asked for since then: by this person, to this mailbox, and by everybody; counted as far as the limits. */
export async function lettersSince(
  db: Database,
  since: Temporal.Instant,
  { inviterId, address }: { readonly inviterId: string; readonly address: string },
): Promise<LettersAsked> {
  const { ofPerson, toMailbox, ofEveryone } = guestLetterLimits;
  const letters = guestLetterTables(db)
    .selectFrom("guest_letters")
    .select("guest_id")
    .where("asked_at", ">", microsecondsFromInstant(since));
  const counted = async (query: typeof letters, most: number) => (await query.limit(most).execute()).length;
  return {
    ofPerson: await counted(letters.where("inviter_id", "=", inviterId), ofPerson),
    toMailbox: await counted(letters.where("address", "=", address), toMailbox),
    ofEveryone: await counted(letters, ofEveryone),
  };
}
