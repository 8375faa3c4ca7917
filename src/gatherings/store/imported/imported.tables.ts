import type { Database } from "../../../kernel/database/database.ts";

/** An event of another calendar that was taken over. */
export type ImportedRow = {
  readonly community_id: string;
  /** A digest of its UID, and of its date where it is a further date of an event. */
  readonly mark: string;
  readonly gathering_id: string;
};

type ImportedTables = { readonly imported_events: ImportedRow };

/** The database, seen as the table of events that were taken over. */
export function importedTables(database: Database) {
  return database.withTables<ImportedTables>();
}
