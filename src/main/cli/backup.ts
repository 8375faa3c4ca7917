import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { backup } from "../../kernel/database/backup/backup.ts";
import { restore, RestoreProblem } from "../../kernel/database/backup/restore.ts";
import { besideServer, holdingRecords } from "../records.ts";
import { schemaSteps } from "../schema.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon backup FILE`: while the server runs, and without holding it up. */
export const backupCommand: LineCommand = {
  name: "backup",
  usage: "backup FILE",
  does: "writes all records of one instant to FILE (gzip), while the server runs",
  run: (configuration, [file]) => {
    if (file === undefined) return missingFile("backup");
    return besideServer(configuration, async (handle) => {
      const lines = new PassThrough();
      // Under another name until it is whole, so that what bears the name is never half a backup.
      const unfinished = `${file}.unfinished`;
      const written = pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
      const footer = await backup(handle, Temporal.Now.instant(), async (text) => {
        if (!lines.write(text)) await new Promise((resolve) => lines.once("drain", resolve));
      });
      lines.end();
      await written;
      await rename(unfinished, file);
      console.log(`${rowsOf(footer.rows)} records in ${file}\nhash ${footer.hash}`);
      return 0;
    });
  },
};

/** `koinon restore FILE`: into an empty data folder or database, of either engine. */
export const restoreCommand: LineCommand = {
  name: "restore",
  usage: "restore FILE",
  does: "takes the records of a backup into an empty data folder or database",
  run: (configuration, [file]) => {
    if (file === undefined) return missingFile("restore");
    return holdingRecords(configuration, async (handle) => {
      const footer = await restore(handle, schemaSteps, linesOf(file));
      console.log(`${rowsOf(footer.rows)} records restored\nhash ${footer.hash}`);
      return 0;
    });
  },
};

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on("error", (cause) => text.destroy(cause));
  try {
    yield* createInterface({ input: text, crlfDelay: Infinity });
  } catch (cause) {
    throw new RestoreProblem(
      `${file} cannot be read as a backup: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

function rowsOf(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

async function missingFile(command: string): Promise<number> {
  console.error(`koinon: ${command} needs the name of a file: koinon ${command} FILE`);
  return 2;
}
