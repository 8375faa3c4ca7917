import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { noteBackup } from "../accounts/index.ts";
import type { Application } from "../kernel/application.ts";
import { hashOfRecords } from "../kernel/database/backup/backup.ts";
import type { BackupFooter } from "../kernel/database/backup/format.ts";
import type { DatabaseHandle } from "../kernel/database/database.ts";
import { openDatabase } from "../kernel/database/open-database.ts";
import { jobOrigin, type JobDefinition } from "../kernel/jobs/job.ts";
import { schedule, scheduleUnlessStanding } from "../kernel/jobs/schedule.ts";
import { readBackup, writeBackup } from "./backup-file.ts";

const KIND = "server/try-backup";
const KEY = "monthly";
const FIRST_AFTER = Temporal.Duration.from({ hours: 24 });
const AFTER_GOOD = Temporal.Duration.from({ hours: 30 * 24 });
const AFTER_BAD = Temporal.Duration.from({ hours: 24 });
const LONGEST_MS = 6 * 3600 * 1000;

/** Tries out a backup, and says whether all records came back. A throw means that the signal broke it off. */
export type TryBackup = (signal: AbortSignal) => Promise<boolean>;

/**
 * Makes a backup in a folder of its own below `folder`, restores it into an embedded database beside it, and removes both.
 *
 * @returns what the backup says of itself, and what stands in the restored database
 */
export async function tryBackup(
  handle: DatabaseHandle,
  folder: string,
): Promise<{ readonly made: BackupFooter; readonly restored: BackupFooter }> {
  const scratch = join(folder, "backup-trial");
  // One that was broken off may have left something.
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  try {
    const file = join(scratch, "koinon.backup");
    const made = await writeBackup(handle, file);
    const copy = openDatabase({ kind: "sqlite", file: join(scratch, "koinon.sqlite") });
    try {
      await readBackup(copy, file);
      return { made, restored: await hashOfRecords(copy) };
    } finally {
      await copy.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Tries a backup in a process of its own and with the least precedence: reading everything would hold up all who are served here. */
export function tryBackupAside(signal: AbortSignal): Promise<boolean> {
  const [program = ""] = process.argv.slice(1);
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [program, "try-backup"], { signal, timeout: LONGEST_MS }, (cause) => {
      if (signal.aborted) reject(cause ?? new Error("the trial of a backup was broken off"));
      else resolve(cause === null);
    });
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  });
}

/** The job that tries a backup once a month, and the day after one that failed. */
export function backupTrialJob(tries: TryBackup, signal: AbortSignal): JobDefinition {
  return {
    kind: KIND,
    lane: () => KIND,
    async run(application, job) {
      const isGood = await tries(signal);
      const by = { actor: { kind: "clock" }, origin: jobOrigin(job) } as const;
      await application.execute(noteBackup, { kind: "tried", isGood }, by);
      const due = application.clock().add(isGood ? AFTER_GOOD : AFTER_BAD);
      return (transaction) => schedule(transaction, [{ kind: KIND, key: KEY, due, payload: {} }]);
    },
  };
}

/** Has backups tried from now on, unless they are already; called whenever the server starts. */
export async function beginBackupTrials(application: Application): Promise<void> {
  const due = application.clock().add(FIRST_AFTER);
  await application.database.write((transaction) =>
    scheduleUnlessStanding(transaction, [{ kind: KIND, key: KEY, due, payload: {} }]),
  );
}
