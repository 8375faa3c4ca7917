import { z } from "zod";
import type { Json } from "../../base/canonical-json.ts";
import type { Database, DatabaseHandle } from "../database.ts";
import { migrate, type SchemaStep } from "../migrate.ts";
import { recordHash, type BackupFooter, type RecordHash } from "./format.ts";
import { recordTables } from "./read-rows.ts";

/** The file is no whole backup, or not one that this program can take in, or the database is not empty. */
export class RestoreProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RestoreProblem";
  }
}

const header = z.object({
  koinon: z.literal("backup"),
  format: z.literal(1),
  takenAt: z.string(),
  steps: z.array(z.string()),
});
const footer = z.object({ rows: z.record(z.string(), z.number()), hash: z.string() });
const line = z.tuple([z.string(), z.record(z.string(), z.json())]);
const ROWS_AT_ONCE = 200;

/**
 * Takes a backup into an empty database of either engine, in one transaction: all of it, or nothing.
 *
 * A backup of an older version is taken in with the steps it knew, and brought up to date at the next start.
 *
 * @throws RestoreProblem saying what is wrong; nothing is kept then
 */
export async function restore(
  handle: DatabaseHandle,
  steps: readonly SchemaStep[],
  lines: AsyncIterable<string>,
): Promise<BackupFooter> {
  const reader = lines[Symbol.asyncIterator]();
  const known = await readHeader(reader, steps);
  await migrate(handle, known);
  return handle.write(async (transaction) => {
    await requireEmpty(transaction);
    return takeRows(reader, inserter(transaction), recordHash());
  });
}

/** @returns the footer, once the rows before it have the hash that it names */
async function takeRows(reader: AsyncIterator<string>, into: Inserter, taken: RecordHash): Promise<BackupFooter> {
  for (;;) {
    const next = await reader.next();
    if (next.done === true) throw new RestoreProblem("The backup breaks off: its last line is missing.");
    const parsed = parseOrUndefined(next.value);
    if (!Array.isArray(parsed)) {
      const promised = footer.safeParse(parsed);
      if (promised.data?.hash !== taken.value()) throw damaged();
      await into.flush();
      return promised.data;
    }
    const row = line.safeParse(parsed);
    if (!row.success) throw damaged();
    taken.add({ table: row.data[0], row: row.data[1] });
    await into.add(...row.data);
  }
}

function damaged(): RestoreProblem {
  return new RestoreProblem("The backup is damaged: its records do not have the hash that it names.");
}

async function readHeader(reader: AsyncIterator<string>, steps: readonly SchemaStep[]): Promise<readonly SchemaStep[]> {
  const first = await reader.next();
  const parsed = header.safeParse(first.done === true ? undefined : parseOrUndefined(first.value));
  if (!parsed.success) throw new RestoreProblem("This is not a backup of Koinon.");
  const names = new Set(parsed.data.steps);
  const known = steps.filter((step) => names.has(step.name));
  if (known.length < names.size)
    throw new RestoreProblem("The backup was made by a newer version of Koinon; restore it with that one.");
  return known;
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rows on their way into the database, some at a time. */
interface Inserter {
  add(table: string, row: Record<string, Json>): Promise<void>;
  flush(): Promise<void>;
}

function inserter(transaction: Database): Inserter {
  const tables = transaction.withTables<Record<string, Record<string, Json>>>();
  let current = "";
  let rows: Record<string, Json>[] = [];
  const flush = async () => {
    if (rows.length > 0) await tables.insertInto(current).values(rows).execute();
    rows = [];
  };
  return {
    add: async (table, row) => {
      if (table !== current || rows.length >= ROWS_AT_ONCE) await flush();
      current = table;
      rows.push(row);
    },
    flush,
  };
}

async function requireEmpty(transaction: Database): Promise<void> {
  for (const table of await recordTables(transaction)) {
    const found = await transaction
      .withTables<Record<string, Record<string, Json>>>()
      .selectFrom(table)
      .select((expression) => expression.lit(1).as("one"))
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined)
      throw new RestoreProblem("The database is not empty. Restore into an empty data folder or database.");
  }
}
