import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { SpokenBallot, VoiceCounts } from "../../model/voice/voices.ts";
import { voiceTables } from "./voice.tables.ts";

const ROWS_AT_ONCE = 2_000;

/** Keeps who was spoken for in a count, so that it comes out the same again when voices have long been taken back. */
export async function insertSpoken(db: Database, proposalId: string, spoken: readonly SpokenBallot[]): Promise<void> {
  for (let start = 0; start < spoken.length; start += ROWS_AT_ONCE) {
    const rows = spoken.slice(start, start + ROWS_AT_ONCE).map(({ giver, next, speaker, ballot }) => ({
      proposal_id: proposalId,
      giver_id: giver,
      next_id: next,
      speaker_id: speaker,
      ballot: canonicalJson(ballot),
    }));
    await voiceTables(db).insertInto("spoken_voices").values(rows).execute();
  }
}

/** Keeps in which ways the answers to a counted proposal came. */
export async function insertVoiceCounts(db: Database, proposalId: string, counts: VoiceCounts): Promise<void> {
  const { byProxy, byPhone, unconfirmed, guests, advisory } = counts;
  await voiceTables(db)
    .insertInto("voice_counts")
    .values({ proposal_id: proposalId, by_proxy: byProxy, by_phone: byPhone, unconfirmed, guests, advisory })
    .execute();
}

/** Forgets who was spoken for in a count that does not stand, since it is counted anew. */
export async function dropSpoken(db: Database, proposalId: string): Promise<void> {
  await voiceTables(db).deleteFrom("spoken_voices").where("proposal_id", "=", proposalId).execute();
  await voiceTables(db).deleteFrom("voice_counts").where("proposal_id", "=", proposalId).execute();
}

/** Takes out of a count that stands whom somebody without a voice spoke for, and who spoke for them. */
export async function strikeSpoken(db: Database, proposalId: string, personId: string): Promise<void> {
  const { numDeletedRows } = await voiceTables(db)
    .deleteFrom("spoken_voices")
    .where("proposal_id", "=", proposalId)
    .where((row) => row.or([row("giver_id", "=", personId), row("speaker_id", "=", personId)]))
    .executeTakeFirstOrThrow();
  await voiceTables(db)
    .updateTable("voice_counts")
    .set((row) => ({ by_proxy: row("by_proxy", "-", Number(numDeletedRows)) }))
    .where("proposal_id", "=", proposalId)
    .execute();
}
