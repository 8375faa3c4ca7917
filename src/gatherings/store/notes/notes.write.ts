import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { notesBounds } from "../../model/notes/notes.ts";
import { notesTables } from "./notes.tables.ts";

/** What somebody wrote at one place. */
export interface WrittenNotes {
  readonly gatheringId: string;
  readonly place: string;
  readonly version: number;
  readonly text: string;
  readonly writerId: string;
}

/** Keeps a new version of the notes at one place; the oldest beyond those that are kept goes. */
export async function keepNotes(db: Database, written: WrittenNotes, now: Temporal.Instant): Promise<void> {
  const columns = {
    version: written.version,
    text: written.text,
    writer_id: written.writerId,
    written_at: microsecondsFromInstant(now),
  };
  const row = { gathering_id: written.gatheringId, place: written.place, ...columns };
  const tables = notesTables(db);
  await tables
    .insertInto("gathering_notes")
    .values(row)
    .onConflict((conflict) => conflict.columns(["gathering_id", "place"]).doUpdateSet(columns))
    .execute();
  await tables.insertInto("gathering_note_versions").values(row).execute();
  await tables
    .deleteFrom("gathering_note_versions")
    .where("gathering_id", "=", written.gatheringId)
    .where("place", "=", written.place)
    .where("version", "<=", written.version - notesBounds.versionsKept)
    .execute();
}

/** Deletes the notes at one place with all their versions. */
export async function deleteNotesAt(db: Database, gatheringId: string, place: string): Promise<void> {
  for (const table of ["gathering_notes", "gathering_note_versions"] as const) {
    await notesTables(db)
      .deleteFrom(table)
      .where("gathering_id", "=", gatheringId)
      .where("place", "=", place)
      .execute();
  }
}

/** Keeps whether everyone who takes part may write. */
export async function keepNoteWriters(db: Database, gatheringId: string, everyone: boolean): Promise<void> {
  const columns = { everyone: everyone ? 1 : 0 };
  await notesTables(db)
    .insertInto("gathering_note_settings")
    .values({ gathering_id: gatheringId, ...columns })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet(columns))
    .execute();
}
