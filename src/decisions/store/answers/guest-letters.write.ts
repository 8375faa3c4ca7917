import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { GuestLetterState } from "../../model/answers/guest-letters.ts";
import { guestLetterTables } from "./guest-letters.tables.ts";

/** A letter that is to go out. */
export async function insertGuestLetter(
  db: Database,
  letter: {
    readonly guestId: string;
    readonly proposalId: string;
    readonly inviterId: string;
    readonly address: string;
    readonly token: string;
    readonly askedAt: Temporal.Instant;
  },
): Promise<void> {
  await guestLetterTables(db)
    .insertInto("guest_letters")
    .values({
      guest_id: letter.guestId,
      proposal_id: letter.proposalId,
      inviter_id: letter.inviterId,
      address: letter.address,
      token: letter.token,
      asked_at: microsecondsFromInstant(letter.askedAt),
      state: "waiting",
    })
    .execute();
}

/** Notes what became of a letter that waited; what its link held is forgotten with that. */
export async function settleLetter(
  db: Database,
  guestId: string,
  state: Exclude<GuestLetterState, "waiting">,
): Promise<void> {
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ state, token: null })
    .where("guest_id", "=", guestId)
    .where("state", "=", "waiting")
    .execute();
}

/** Forgets where letters about a proposal went: it is closed or taken back. What waits does not go any more, and so has failed. */
export async function forgetAddressesOf(db: Database, proposalId: string): Promise<void> {
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ state: "failed" })
    .where("proposal_id", "=", proposalId)
    .where("state", "=", "waiting")
    .execute();
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ address: null, token: null })
    .where("proposal_id", "=", proposalId)
    .execute();
}

/** Forgets where the letter to one guest went. */
export async function forgetAddressOfGuest(db: Database, guestId: string): Promise<void> {
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ address: null, token: null })
    .where("guest_id", "=", guestId)
    .execute();
}

/** Forgets where the letters went that somebody had sent who leaves. */
export async function forgetAddressesBy(db: Database, personId: string): Promise<void> {
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ address: null, token: null })
    .where("inviter_id", "=", personId)
    .execute();
}

/** Letters that `joined` had sent were sent by `kept`. */
export async function carryGuestLetters(db: Database, kept: string, joined: string): Promise<void> {
  await guestLetterTables(db)
    .updateTable("guest_letters")
    .set({ inviter_id: kept })
    .where("inviter_id", "=", joined)
    .execute();
}
