import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { PassThrough } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { backup } from "../kernel/database/backup/backup.ts";
import type { BackupFooter } from "../kernel/database/backup/format.ts";
import { restore, RestoreProblem } from "../kernel/database/backup/restore.ts";
import type { DatabaseHandle } from "../kernel/database/database.ts";
import { schemaSteps } from "./schema.ts";

/**
 * Writes all records of one instant to a packed file; the records must be open for this alone, see `onSnapshot`.
 *
 * @throws BackupProblem
 */
export function writeBackup(handle: DatabaseHandle, file: string): Promise<BackupFooter> {
  return writeWhole(file, (write) => backup(handle, Temporal.Now.instant(), write));
}

/**
 * Takes the records of such a file into an empty database.
 *
 * @throws RestoreProblem
 */
export function readBackup(handle: DatabaseHandle, file: string): Promise<BackupFooter> {
  return restore(handle, schemaSteps, linesOf(file));
}

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
