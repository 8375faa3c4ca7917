import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostBlocks } from "../../model/agenda/block.ts";
import type { PersonId } from "../../model/gathering.ts";
import { unwrittenNotes, type NoteVersion } from "../../model/notes/notes.ts";
import { agendaTables } from "../agenda/agenda.tables.ts";
import { notesTables, type NoteVersionRow } from "./notes.tables.ts";

/** Removed blocks may have notes too, so there can be more of them than blocks. */
const mostPlaces = 3 * mostBlocks;

/** The notes at every place of a gathering where somebody wrote, as they stand. */
export async function notesOf(db: Database, gatheringId: string): Promise<readonly NoteVersion[]> {
  const rows = await notesTables(db)
    .selectFrom("gathering_notes")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("place")
    .limit(mostPlaces)
    .execute();
  return rows.map(versionFromRow);
}

/** Whether anybody has written notes. */
export async function hasNotes(db: Database, gatheringId: string): Promise<boolean> {
  const row = await notesTables(db)
    .selectFrom("gathering_notes")
    .select("place")
    .where("gathering_id", "=", gatheringId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The notes at one place as they stand; version 0 where nobody has begun. */
export async function notesAt(db: Database, gatheringId: string, place: string): Promise<NoteVersion> {
  const row = await notesTables(db)
    .selectFrom("gathering_notes")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("place", "=", place)
    .executeTakeFirst();
  return row === undefined ? unwrittenNotes(place) : versionFromRow(row);
}

/** The newest versions of the notes at one place, the newest first. */
export async function noteVersions(
  db: Database,
  gatheringId: string,
  place: string,
  limit: number,
): Promise<readonly NoteVersion[]> {
  const rows = await notesTables(db)
    .selectFrom("gathering_note_versions")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("place", "=", place)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return rows.map(versionFromRow);
}

/** One version of the notes at one place, if it is kept. */
export async function noteVersion(
  db: Database,
  gatheringId: string,
  place: string,
  version: number,
): Promise<NoteVersion | undefined> {
  const row = await notesTables(db)
    .selectFrom("gathering_note_versions")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("place", "=", place)
    .where("version", "=", version)
    .executeTakeFirst();
  return row === undefined ? undefined : versionFromRow(row);
}

/** Whether everyone who takes part may write, besides those who organise. */
export async function everyoneWrites(db: Database, gatheringId: string): Promise<boolean> {
  const row = await notesTables(db)
    .selectFrom("gathering_note_settings")
    .select("everyone")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row?.everyone === 1;
}

/** A block that was taken out of the agenda. */
export interface RemovedBlock {
  readonly id: string;
  readonly title: string;
  readonly notes: boolean;
}

/** Blocks that were taken out of a gathering's agenda, those removed first first. */
export async function removedBlocks(db: Database, gatheringId: string): Promise<readonly RemovedBlock[]> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_blocks")
    .select(["id", "title", "notes"])
    .where("gathering_id", "=", gatheringId)
    .where("removed_at", "is not", null)
    .orderBy("removed_at")
    .limit(mostPlaces)
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, notes: row.notes === 1 }));
}

function versionFromRow(row: NoteVersionRow): NoteVersion {
  return {
    place: row.place,
    version: row.version,
    text: row.text,
    writerId: row.writer_id === null ? undefined : (row.writer_id as PersonId),
    writtenAt: instantFromMicroseconds(row.written_at),
  };
}
