import { existsSync } from "node:fs";
import type { DatabaseHandle } from "../kernel/database/database.ts";
import { hasSchema } from "../kernel/database/migrate.ts";
import { openDatabase } from "../kernel/database/open-database.ts";
import type { Configuration } from "./configuration.ts";
import { holdDataFolder } from "./data-folder.ts";

/** There is nothing at the place that the settings name. */
export class NoRecords extends Error {
  constructor({ database, dataFolder }: Configuration) {
    super(
      database.kind === "sqlite"
        ? `There are no records in ${dataFolder}. Set KOINON_DATA to the data folder of the server.`
        : "There are no records in this database. Set DATABASE_URL to that of the server.",
    );
    this.name = "NoRecords";
  }
}

/**
 * Opens the records for one piece of work with nobody else at the embedded database, and closes them after it.
 *
 * @throws FolderHeld while a server runs on the same data folder
 */
export async function holdingRecords<Value>(
  configuration: Configuration,
  work: (handle: DatabaseHandle) => Promise<Value>,
): Promise<Value> {
  if (configuration.database.kind === "postgres") return whileOpen(configuration, work);
  const held = holdDataFolder(configuration.dataFolder, Temporal.Now.instant());
  try {
    return await whileOpen(configuration, work);
  } finally {
    held.release();
  }
}

/**
 * Opens the records for reading, or for one small act, while a server may be running on them.
 *
 * @throws NoRecords where nobody has started a server yet
 */
export async function besideServer<Value>(
  configuration: Configuration,
  work: (handle: DatabaseHandle) => Promise<Value>,
): Promise<Value> {
  const { database } = configuration;
  // Opening would make an empty file, and a mistyped folder would be taken for a server without records.
  if (database.kind === "sqlite" && !existsSync(database.file)) throw new NoRecords(configuration);
  return whileOpen(configuration, async (handle) => {
    if (!(await hasSchema(handle))) throw new NoRecords(configuration);
    return work(handle);
  });
}

async function whileOpen<Value>(
  configuration: Configuration,
  work: (handle: DatabaseHandle) => Promise<Value>,
): Promise<Value> {
  const handle = openDatabase(configuration.database);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
