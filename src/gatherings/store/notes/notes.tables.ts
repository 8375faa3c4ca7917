import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One version of the notes at one place. */
export type NoteVersionRow = {
  readonly gathering_id: string;
  /** The id of a block of the agenda, or `whole`. */
  readonly place: string;
  /** Counts from 1. */
  readonly version: number;
  /** Markdown, as written. */
  readonly text: string;
  /** Null when whoever wrote it has left this server. */
  readonly writer_id: string | null;
  readonly written_at: Microseconds;
};

/** Who may write besides organisers; none while nobody has said. */
export type NoteSettingsRow = {
  readonly gathering_id: string;
  /** 1 where everyone who takes part may write. */
  readonly everyone: number;
};

export type NotesTables = {
  /** The newest version at each place. */
  readonly gathering_notes: NoteVersionRow;
  /** Every version that is kept, the newest among them. */
  readonly gathering_note_versions: NoteVersionRow;
  readonly gathering_note_settings: NoteSettingsRow;
};

/** The database, seen as the tables of notes. */
export function notesTables(database: Database) {
  return database.withTables<NotesTables>();
}
