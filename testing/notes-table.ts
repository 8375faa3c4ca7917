import type { Database, DatabaseHandle } from "../src/kernel/database/database.ts";

type Notes = { readonly notes: { readonly id: number; readonly text: string } };

/** Adds a table of numbered notes, for tests of the machinery that no domain is needed for. */
export async function addNotesTable(database: Database): Promise<void> {
  await database.schema
    .createTable("notes")
    .addColumn("id", "bigint", (column) => column.primaryKey())
    .addColumn("text", "text", (column) => column.notNull())
    .execute();
}

/** See {@link addNotesTable}. */
export async function createNotesTable(handle: DatabaseHandle): Promise<void> {
  await handle.write((transaction) => addNotesTable(transaction));
}

/** Writes a note down and gives its id; the engine refuses an id that is there already. */
export async function writeNote(transaction: Database, id: number, text = "kept"): Promise<number> {
  await transaction.withTables<Notes>().insertInto("notes").values({ id, text }).execute();
  return id;
}

/** The ids of all notes in ascending order. */
export async function noteIds(database: Database): Promise<readonly number[]> {
  const rows = await database.withTables<Notes>().selectFrom("notes").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}
