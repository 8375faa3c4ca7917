import { sql } from "kysely";
import type { DatabaseHandle } from "../database.ts";
import { recordHash, type BackupFooter, type BackupHeader } from "./format.ts";
import { readRows } from "./read-rows.ts";
import { onSnapshot } from "./snapshot.ts";

/**
 * Writes every record of one instant as lines of JSON, the same for both engines, while the server goes on.
 *
 * @param write takes the text of some lines; it is awaited, so that a slow disk holds back the reading
 * @returns the footer: how many rows of each table, and the hash of all
 */
export async function backup(
  handle: DatabaseHandle,
  takenAt: Temporal.Instant,
  write: (lines: string) => Promise<void>,
): Promise<BackupFooter> {
  return onSnapshot(handle, async (snapshot) => {
    const steps = await sql<{ name: string }>`select name from schema_steps order by name`.execute(snapshot);
    const names = steps.rows.map((row) => row.name).toSorted();
    const header: BackupHeader = { koinon: "backup", format: 1, takenAt: takenAt.toString(), steps: names };
    await write(`${JSON.stringify(header)}\n`);
    const hash = recordHash();
    let lines: string[] = [];
    for await (const row of readRows(handle, snapshot)) {
      hash.add(row);
      lines.push(JSON.stringify([row.table, row.row]));
      if (lines.length < 500) continue;
      await write(`${lines.join("\n")}\n`);
      lines = [];
    }
    const footer: BackupFooter = { rows: hash.rows(), hash: hash.value() };
    await write(`${[...lines, JSON.stringify(footer)].join("\n")}\n`);
    return footer;
  });
}

/** The hash of all records as they stand now. */
export async function hashOfRecords(handle: DatabaseHandle): Promise<BackupFooter> {
  return onSnapshot(handle, async (snapshot) => {
    const hash = recordHash();
    for await (const row of readRows(handle, snapshot)) hash.add(row);
    return { rows: hash.rows(), hash: hash.value() };
  });
}
