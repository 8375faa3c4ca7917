import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Handed } from "./handed.read.ts";
import { voiceTables } from "./voice.tables.ts";

/** Writes how many voices somebody holds at most in a community. */
export async function writeMostVoices(db: Database, communityId: string, most: number): Promise<void> {
  await voiceTables(db)
    .insertInto("voice_limits")
    .values({ community_id: communityId, most })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet({ most }))
    .execute();
}

/** A voice that is offered to somebody. */
export async function insertHanded(db: Database, voice: Omit<Handed, "acceptedAt">): Promise<void> {
  await voiceTables(db)
    .insertInto("handed_voices")
    .values({
      id: voice.id,
      community_id: voice.communityId,
      giver_id: voice.giver,
      holder_id: voice.holder,
      scope: voice.scope,
      subject: voice.subject,
      offered_at: microsecondsFromInstant(voice.offeredAt),
      accepted_at: null,
      ends_at: microsecondsFromInstant(voice.endsAt),
    })
    .execute();
}

/** Whoever it was offered to takes it. */
export async function writeAccepted(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await voiceTables(db)
    .updateTable("handed_voices")
    .set({ accepted_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}

/** It ends now, before it would have run out. */
export async function writeEnded(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  const now = microsecondsFromInstant(at);
  await voiceTables(db)
    .updateTable("handed_voices")
    .set({ ends_at: now })
    .where("id", "=", id)
    .where("ends_at", ">", now)
    .execute();
}
