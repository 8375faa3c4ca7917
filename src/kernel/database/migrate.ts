import { sql, type Kysely } from "kysely";
import type { Database, DatabaseHandle, Engine } from "./database.ts";

/** One step of the schema. `engine` is for the few things that really differ; most steps never look at it. */
export interface SchemaStep {
  /** `capability/0001-what`; never edited once released. */
  readonly name: string;
  up(database: Kysely<object>, engine: Engine): Promise<void>;
}

/** The database knows schema steps that this program does not: it was written by a newer version. */
export class SchemaTooNew extends Error {
  constructor(step: string) {
    super(
      `The database was written by a newer version of Koinon (it has the step ${step}). ` +
        "Start that version, or restore a backup made before it.",
    );
    this.name = "SchemaTooNew";
  }
}

type MigrationTables = {
  readonly schema_steps: { readonly name: string };
};

/**
 * Brings the schema up to date, in one transaction; two processes that start together take turns.
 *
 * Kysely's own migrator wants one folder in one alphabetical order and manages its own transactions; our steps come from many
 * capabilities, and the whole must also run inside the writer that shares commits.
 *
 * @returns the names of the steps taken, in order; empty when there was nothing to do
 * @throws SchemaTooNew
 */
export async function migrate(handle: DatabaseHandle, steps: readonly SchemaStep[]): Promise<readonly string[]> {
  return handle.write(async (transaction) => {
    await handle.lock(transaction, "schema");
    const applied = await appliedSteps(transaction);
    const known = new Set(steps.map((step) => step.name));
    const foreign = applied.find((name) => !known.has(name));
    if (foreign !== undefined) throw new SchemaTooNew(foreign);
    const waiting = steps.filter((step) => !applied.includes(step.name));
    if (waiting.length > 0) await sortIn("file", transaction, handle.engine);
    for (const step of waiting) {
      await step.up(transaction, handle.engine);
      await migrations(transaction).insertInto("schema_steps").values({ name: step.name }).execute();
    }
    if (waiting.length > 0) await sortIn("memory", transaction, handle.engine);
    return waiting.map((step) => step.name);
  });
}

/** Whether a Koinon has ever been at this database. */
export async function hasSchema(handle: DatabaseHandle): Promise<boolean> {
  const tables = await handle.read.introspection.getTables();
  return tables.some(({ name }) => name === "schema_steps");
}

/** Where SQLite sorts: a new index may need more room than there is memory. After a step that fails, the program ends. */
async function sortIn(where: "file" | "memory", transaction: Database, engine: Engine): Promise<void> {
  if (engine !== "sqlite") return;
  await (where === "file" ? sql`pragma temp_store = file` : sql`pragma temp_store = memory`).execute(transaction);
}

async function appliedSteps(transaction: Database): Promise<readonly string[]> {
  await sql`create table if not exists schema_steps (name text primary key)`.execute(transaction);
  const rows = await migrations(transaction).selectFrom("schema_steps").select("name").execute();
  return rows.map((row) => row.name);
}

function migrations(database: Database) {
  return database.withTables<MigrationTables>();
}
