import { sql } from "kysely";
import type { Json } from "../../base/canonical-json.ts";
import type { Database, DatabaseHandle } from "../database.ts";
import { isOfTextIndex } from "../text-index.ts";
import type { BackupRow } from "./format.ts";

const ROWS_AT_ONCE = 1000;

/** Tables whose rows are of this running server and not of its records. */
const passing = new Set(["schema_steps"]);

/** The names of the tables that hold records, sorted. */
export async function recordTables(database: Database): Promise<readonly string[]> {
  const tables = await database.introspection.getTables();
  return tables
    .map((table) => table.name)
    .filter((name) => !passing.has(name) && !name.startsWith("sqlite_") && !isOfTextIndex(name))
    .toSorted((one, other) => (one < other ? -1 : 1));
}

/** Every record at one instant, while others go on writing; memory does not grow with their number. */
export async function* readRows(handle: DatabaseHandle, snapshot: Database): AsyncGenerator<BackupRow> {
  for (const table of await recordTables(snapshot)) {
    const rows = handle.engine === "sqlite" ? sqliteRows(snapshot, table) : postgresRows(snapshot, table);
    for await (const row of rows) yield { table, row };
  }
}

type Row = Readonly<Record<string, Json>>;

async function* sqliteRows(snapshot: Database, table: string): AsyncGenerator<Row> {
  const query = snapshot.withTables<Record<string, Record<string, Json>>>().selectFrom(table).selectAll();
  yield* query.stream(ROWS_AT_ONCE);
}

/** A cursor of the server itself: `pg` would otherwise hand over the whole table at once. */
async function* postgresRows(snapshot: Database, table: string): AsyncGenerator<Row> {
  await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(snapshot);
  for (;;) {
    // A number of our own, which PostgreSQL takes as no parameter.
    // oxlint-disable-next-line no-restricted-properties
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(snapshot);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close backup_rows`.execute(snapshot);
}
