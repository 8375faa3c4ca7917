import type { Database } from "../src/kernel/database/database.ts";

/** Every row of every table as text: for looking whether something is kept anywhere at all. */
export async function databaseDump(read: Database): Promise<string> {
  const tables = await read.introspection.getTables();
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const all = await read
        .withTables<{ readonly [table: string]: Readonly<Record<string, unknown>> }>()
        .selectFrom(name)
        .selectAll()
        .execute();
      return [name, ...all.map((row) => JSON.stringify(row))];
    }),
  );
  return rows.flat().join("\n");
}
