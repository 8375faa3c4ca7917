import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { voiceTables } from "./voice.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** All that is kept of a person's voice given while away, and of those given to them, by list, for them to take along. */
export async function keptOfPersonInVoices(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const handed = await voiceTables(db)
    .selectFrom("handed_voices")
    .selectAll()
    .where((row) => row.or([row("giver_id", "=", personId), row("holder_id", "=", personId)]))
    .execute();
  const spoken = await voiceTables(db)
    .selectFrom("spoken_voices")
    .select(["proposal_id", "ballot"])
    .where("giver_id", "=", personId)
    .execute();
  const recorded = await voiceTables(db)
    .selectFrom("recorded_stances")
    .selectAll()
    .where((row) => row.or([row("person_id", "=", personId), row("recorder_id", "=", personId)]))
    .execute();
  const guests = await voiceTables(db)
    .selectFrom("proposal_guests")
    .select(["proposal_id", "name", "invited_at"])
    .where("inviter_id", "=", personId)
    .execute();
  return {
    "handed-voices": handed.map((row) => ({
      community: row.community_id,
      part: row.giver_id === personId ? "giver" : "holder",
      scope: row.scope,
      subject: row.subject,
      offered: instantText(row.offered_at),
      ends: instantText(row.ends_at),
    })),
    "spoken-voices": spoken.map((row) => ({ proposal: row.proposal_id, ballot: row.ballot })),
    "recorded-stances": recorded.map((row) => ({
      proposal: row.proposal_id,
      part: row.person_id === personId ? "person" : "recorder",
      note: row.note,
      recorded: instantText(row.recorded_at),
      state: row.state,
    })),
    "guests-invited": guests.map((row) => ({
      proposal: row.proposal_id,
      name: row.name,
      invited: instantText(row.invited_at),
    })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
