import type { Json } from "../../../kernel/base/canonical-json.ts";
import { instantFromMicroseconds, instantOrNone, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/thread.ts";
import { mostGuests, type GuestId, type GuestStanding } from "../../model/voice/guests.ts";
import { voiceTables, type GuestRow } from "./voice.tables.ts";

/** A seat for a guest, and what they answered. */
export interface Guest {
  readonly id: GuestId;
  readonly proposalId: string;
  readonly name: string;
  readonly standing: GuestStanding;
  readonly inviterId: PersonId;
  readonly invitedAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | undefined;
  /** As the method's rules read it; undefined until they answer. */
  readonly ballot: Json | undefined;
  readonly reason: string;
  readonly answers: number;
}

/** Every seat for guests of a proposal, those taken back included, the first invited first. */
export async function guestsOf(db: Database, proposalId: string): Promise<readonly Guest[]> {
  const rows = await voiceTables(db)
    .selectFrom("proposal_guests")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("invited_at")
    .limit(mostGuests)
    .execute();
  return rows.map(guestFromRow);
}

/** The guests who have answered and whose seat was not taken back by then. */
export async function answeredGuests(
  db: Database,
  proposalId: string,
  at: Temporal.Instant,
): Promise<readonly (Guest & { readonly ballot: Json })[]> {
  const rows = await voiceTables(db)
    .selectFrom("proposal_guests")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("ballot", "is not", null)
    .where((row) => row.or([row("revoked_at", "is", null), row("revoked_at", ">", microsecondsFromInstant(at))]))
    .orderBy("invited_at")
    .limit(mostGuests)
    .execute();
  return rows.map(guestFromRow).flatMap(({ ballot, ...guest }) => (ballot === undefined ? [] : [{ ...guest, ballot }]));
}

/** The seat of a link, by the digest of what the link holds. */
export async function guestByToken(db: Database, tokenHash: string): Promise<Guest | undefined> {
  const row = await voiceTables(db)
    .selectFrom("proposal_guests")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row === undefined ? undefined : guestFromRow(row);
}

function guestFromRow(row: GuestRow): Guest {
  return {
    id: row.id as GuestId,
    proposalId: row.proposal_id,
    name: row.name,
    standing: row.standing as GuestStanding,
    inviterId: row.inviter_id as PersonId,
    invitedAt: instantFromMicroseconds(row.invited_at),
    revokedAt: instantOrNone(row.revoked_at),
    ballot: row.ballot === null ? undefined : (JSON.parse(row.ballot) as Json),
    reason: row.reason,
    answers: row.answers,
  };
}
