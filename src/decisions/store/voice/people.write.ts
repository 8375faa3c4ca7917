import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { apartLists } from "../joining/joining.write.ts";
import { voiceTables } from "./voice.tables.ts";

/** Whoever leaves speaks for nobody and is spoken for by nobody from now on; what was counted stays, and notes about calls go. */
export async function forgetInVoices(db: Database, personId: string, at: Temporal.Instant): Promise<void> {
  const voices = voiceTables(db);
  const now = microsecondsFromInstant(at);
  await voices
    .updateTable("handed_voices")
    .set({ ends_at: now })
    .where((row) => row.or([row("giver_id", "=", personId), row("holder_id", "=", personId)]))
    .where("ends_at", ">", now)
    .execute();
  await voices
    .updateTable("recorded_stances")
    .set({ note: "" })
    .where((row) => row.or([row("person_id", "=", personId), row("recorder_id", "=", personId)]))
    .execute();
}

/**
 * What stands under `joined` stands under `kept` afterwards. Voices in force that touch `joined` end instead: carried over they might come
 * back to their owner from hand to hand, or be more than one person may hold.
 */
export async function carryInVoices(db: Database, kept: string, joined: string, at: Temporal.Instant): Promise<void> {
  const voices = voiceTables(db);
  const now = microsecondsFromInstant(at);
  await voices
    .updateTable("handed_voices")
    .set({ ends_at: now })
    .where((row) => row.or([row("giver_id", "=", joined), row("holder_id", "=", joined)]))
    .where("ends_at", ">", now)
    .execute();
  for (const column of ["giver_id", "holder_id"] as const) {
    await voices
      .updateTable("handed_voices")
      .set({ [column]: kept })
      .where(column, "=", joined)
      .execute();
  }
  // Of a count nothing changes: where both stood on one list, each was counted.
  for (const column of ["giver_id", "next_id", "speaker_id"] as const) {
    await voices
      .updateTable("spoken_voices")
      .set({ [column]: kept })
      .where(column, "=", joined)
      .where("proposal_id", "not in", apartLists(db, joined))
      .execute();
  }
  const bothRecorded = voices.selectFrom("recorded_stances").select("proposal_id").where("person_id", "=", kept);
  await voices
    .deleteFrom("recorded_stances")
    .where("person_id", "=", joined)
    .where("proposal_id", "in", bothRecorded)
    .where("proposal_id", "not in", apartLists(db, joined))
    .execute();
  await voices
    .updateTable("recorded_stances")
    .set({ person_id: kept })
    .where("person_id", "=", joined)
    .where("proposal_id", "not in", apartLists(db, joined))
    .execute();
  await voices.updateTable("recorded_stances").set({ recorder_id: kept }).where("recorder_id", "=", joined).execute();
  await voices.updateTable("proposal_guests").set({ inviter_id: kept }).where("inviter_id", "=", joined).execute();
}
