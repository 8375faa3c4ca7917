import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { rename, rm } from "node:fs/promises";
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
      const footer = await writeWhole(file, (write) => backup(handle, Temporal.Now.instant(), write));
      console.log(`${rowsOf(footer.rows)} records in ${file}\nhash ${footer.hash}`);
      return 0;
    });
  },
};

/** The backup cannot be written: no such folder, no room for it. */
export class BackupProblem extends Error {
  constructor(file: string, cause: unknown) {
    super(`${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "BackupProblem";
  }
}

/** Writes a packed file under another name until it is whole, so that what bears its name is never half a backup. */
async function writeWhole<Value>(
  file: string,
  tell: (write: (text: string) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const unfinished = `${file}.unfinished`;
  const lines = new PassThrough();
  let problem: BackupProblem | undefined;
  const written = pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true })).catch(
    (cause: unknown) => {
      problem = new BackupProblem(file, cause);
    },
  );
  try {
    const told = await tell(async (text) => {
      if (problem === undefined && !lines.write(text)) await Promise.race([once(lines, "drain"), written]);
      if (problem !== undefined) throw problem;
    });
    lines.end();
    await written;
    if (problem !== undefined) throw problem;
    await rename(unfinished, file);
    return told;
  } catch (cause) {
    lines.destroy();
    await rm(unfinished, { force: true });
    throw cause;
  }
}

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
