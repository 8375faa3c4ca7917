import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Guest } from "./guests.read.ts";
import { voiceTables } from "./voice.tables.ts";

/** A seat for a guest; of what their link holds nothing but a digest is kept. */
export async function insertGuest(
  db: Database,
  guest: Pick<Guest, "id" | "proposalId" | "name" | "standing" | "inviterId" | "invitedAt">,
  tokenHash: string,
): Promise<void> {
  await voiceTables(db)
    .insertInto("proposal_guests")
    .values({
      id: guest.id,
      proposal_id: guest.proposalId,
      name: guest.name,
      standing: guest.standing,
      token_hash: tokenHash,
      inviter_id: guest.inviterId,
      invited_at: microsecondsFromInstant(guest.invitedAt),
      revoked_at: null,
      ballot: null,
      reason: "",
      answers: 0,
    })
    .execute();
}

/** The seat is taken back. */
export async function writeGuestRevoked(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await voiceTables(db)
    .updateTable("proposal_guests")
    .set({ revoked_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}

/** What a guest says from now on. */
export async function writeGuestAnswer(
  db: Database,
  id: string,
  said: { readonly ballot: Json; readonly reason: string; readonly answers: number },
): Promise<void> {
  await voiceTables(db)
    .updateTable("proposal_guests")
    .set({ ballot: canonicalJson(said.ballot), reason: said.reason, answers: said.answers })
    .where("id", "=", id)
    .execute();
}

/** Takes a guest's answer away. */
export async function deleteGuestAnswer(db: Database, id: string): Promise<void> {
  await voiceTables(db).updateTable("proposal_guests").set({ ballot: null }).where("id", "=", id).execute();
}

/** Takes away how a guest is called and what they wrote; what they chose stays counted. */
export async function forgetGuestNamed(db: Database, id: string): Promise<void> {
  await voiceTables(db).updateTable("proposal_guests").set({ name: "", reason: "" }).where("id", "=", id).execute();
}
