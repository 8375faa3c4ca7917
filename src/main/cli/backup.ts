import { randomUUID } from "node:crypto";
import { noteBackup } from "../../accounts/index.ts";
import type { DatabaseHandle } from "../../kernel/database/database.ts";
import { createTranslations } from "../../kernel/i18n/translator.ts";
import { readBackup, writeBackup } from "../backup-file.ts";
import { tryBackup } from "../backup-trial.ts";
import type { Configuration } from "../configuration.ts";
import { openApplication } from "../open-application.ts";
import { besideServer, holdingRecords } from "../records.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon backup FILE`: while the server runs, and without holding it up. */
export const backupCommand: LineCommand = {
  name: "backup",
  usage: "backup FILE",
  does: "writes all records of one instant to FILE (gzip), while the server runs",
  run: async (configuration, [file]) => {
    if (file === undefined) return missingFile("backup");
    return besideServer(configuration, async (handle) => {
      const footer = await writeBackup(handle, file);
      console.log(`${rowsOf(footer.rows)} records in ${file}\nhash ${footer.hash}`);
      await noteMade(configuration, handle).catch((cause: unknown) =>
        console.error(
          `koinon: the backup is whole, but the operator's page cannot be told of it: ${cause instanceof Error ? cause.message : String(cause)}`,
        ),
      );
      return 0;
    });
  },
};

/** The operator's page says when the last backup was made. Nothing else hears of it, so the program need not be put together. */
async function noteMade({ origin }: Configuration, database: DatabaseHandle): Promise<void> {
  const application = openApplication({
    origin,
    clock: () => Temporal.Now.instant(),
    database,
    translations: createTranslations([]),
    subscribers: [],
    committed: () => {},
  });
  const by = { actor: { kind: "server" }, origin: { from: "cli", key: randomUUID() } } as const;
  await application.execute(noteBackup, { kind: "made", isGood: true }, by);
}

/** `koinon restore FILE`: into an empty data folder or database, of either engine. */
export const restoreCommand: LineCommand = {
  name: "restore",
  usage: "restore FILE",
  does: "takes the records of a backup into an empty data folder or database",
  run: (configuration, [file]) => {
    if (file === undefined) return missingFile("restore");
    return holdingRecords(configuration, async (handle) => {
      const footer = await readBackup(handle, file);
      console.log(`${rowsOf(footer.rows)} records restored\nhash ${footer.hash}`);
      return 0;
    });
  },
};

/** `koinon try-backup`: what the server does by itself each month. */
export const tryBackupCommand: LineCommand = {
  name: "try-backup",
  usage: "try-backup",
  does: "makes a backup, restores it aside, compares the records, and throws both away",
  run: (configuration) =>
    besideServer(configuration, async (handle) => {
      const { made, restored } = await tryBackup(handle, configuration.dataFolder);
      console.log(`${rowsOf(made.rows)} records written\nhash ${made.hash}`);
      console.log(`${rowsOf(restored.rows)} records restored\nhash ${restored.hash}`);
      return made.hash === restored.hash ? 0 : 1;
    }),
};

function rowsOf(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

async function missingFile(command: string): Promise<number> {
  console.error(`koinon: ${command} needs the name of a file: koinon ${command} FILE`);
  return 2;
}
