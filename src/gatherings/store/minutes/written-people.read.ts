import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { feedbackTables } from "../feedback/feedback.tables.ts";
import { notesTables } from "../notes/notes.tables.ts";
import { minutesTables } from "./minutes.tables.ts";

/** One thing kept of a person, as plain values by name. */
type KeptRecord = Readonly<Record<string, string | number>>;

/** All that notes, minutes and feedback keep of a person. */
export async function writtenByPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const versions = await notesTables(db)
    .selectFrom("gathering_note_versions")
    .selectAll()
    .where("writer_id", "=", personId)
    .execute();
  const minutes = minutesTables(db);
  const names = await minutes.selectFrom("minutes_names").selectAll().where("person_id", "=", personId).execute();
  const corrections = await minutes
    .selectFrom("minutes_corrections")
    .selectAll()
    .where("writer_id", "=", personId)
    .execute();
  const feedback = await feedbackTables(db)
    .selectFrom("gathering_feedback")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  return {
    gatheringNotes: versions.map((row) => ({
      gathering: row.gathering_id,
      place: row.place,
      version: row.version,
      text: row.text,
      written: instantText(row.written_at),
    })),
    minutesNames: names.map((row) => ({
      gathering: row.gathering_id,
      answer: row.answer,
      said: instantText(row.said_at),
    })),
    minutesCorrections: corrections.map((row) => ({
      gathering: row.gathering_id,
      text: row.text,
      state: row.state,
      answer: row.answer,
      sent: instantText(row.sent_at),
    })),
    gatheringFeedback: feedback.map((row) => ({ gathering: row.gathering_id, kind: row.kind, text: row.text })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
