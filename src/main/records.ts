import { mkdirSync } from "node:fs";
import type { DatabaseHandle } from "../kernel/database/database.ts";
import { openDatabase } from "../kernel/database/open-database.ts";
import type { Configuration } from "./configuration.ts";
import { holdDataFolder } from "./data-folder.ts";

/**
 * Opens the records for one piece of work with nobody else at the embedded database, and closes them after it.
 *
 * @throws FolderHeld while a server runs on the same data folder
 */
export async function holdingRecords<Value>(
  configuration: Configuration,
  work: (handle: DatabaseHandle) => Promise<Value>,
): Promise<Value> {
  if (configuration.database.kind === "postgres") return besideServer(configuration, work);
  const held = holdDataFolder(configuration.dataFolder, Temporal.Now.instant());
  try {
    return await besideServer(configuration, work);
  } finally {
    held.release();
  }
}

/** Opens the records for reading, or for one small act, while a server may be running on them. */
export async function besideServer<Value>(
  configuration: Configuration,
  work: (handle: DatabaseHandle) => Promise<Value>,
): Promise<Value> {
  if (configuration.database.kind === "sqlite") mkdirSync(configuration.dataFolder, { recursive: true, mode: 0o700 });
  const handle = openDatabase(configuration.database);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
