import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../testing/test-application.ts";
import { lastBackup } from "../accounts/store/server.read.ts";
import { jobTables } from "../kernel/jobs/jobs.tables.ts";
import { hashOfRecords } from "../kernel/database/backup/backup.ts";
import { backupTrialJob, beginBackupTrials, tryBackup, type TryBackup } from "./backup-trial.ts";
import { schemaSteps } from "./schema.ts";

let opened: TestApplication;
let folder: string;

beforeEach(async () => {
  opened = await openTestApplication({ schema: schemaSteps });
  folder = mkdtempSync(join(tmpdir(), "koinon-backup-trial-"));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await opened.close();
});

async function tryWith(tries: TryBackup): Promise<void> {
  const due = (await nextTrial()) ?? 0;
  opened.clock.set(Temporal.Instant.fromEpochMilliseconds(due / 1000));
  const job = { kind: "server/try-backup", key: "monthly", due: opened.clock.now(), payload: {}, attempt: 1 };
  const write = await backupTrialJob(tries, new AbortController().signal).run(opened.application, job);
  if (typeof write === "function") await opened.application.database.write(write);
}

async function nextTrial(): Promise<number | undefined> {
  return (await jobTables(opened.application.read).selectFrom("jobs").select("due_at").executeTakeFirst())?.due_at;
}

async function daysToNext(): Promise<number> {
  const due = Temporal.Instant.fromEpochMilliseconds(((await nextTrial()) ?? 0) / 1000);
  return opened.clock.now().until(due).total("hours") / 24;
}

test("a backup that is tried brings back all records, and leaves nothing behind", async () => {
  await beginBackupTrials(opened.application);
  const { made, restored } = await tryBackup(opened.application.database, folder);

  expect(made.rows).toMatchObject({ jobs: 1 });
  expect(restored).toEqual(made);
  expect(made.hash).toBe((await hashOfRecords(opened.application.database)).hash);
  expect(existsSync(join(folder, "backup-trial"))).toBe(false);
});

test("the first trial is a day after the first start, the next a month after one that was good", async () => {
  await beginBackupTrials(opened.application);
  expect(await daysToNext()).toBe(1);
  await tryWith(async () => true);

  expect(await daysToNext()).toBe(30);
  expect(await lastBackup(opened.application.read, "tried")).toEqual({ at: opened.clock.now(), isGood: true });
  await beginBackupTrials(opened.application);
  expect(await daysToNext()).toBe(30);
});

test("a trial that failed is on record, and comes again the next day", async () => {
  await beginBackupTrials(opened.application);
  await tryWith(async () => false);

  expect(await daysToNext()).toBe(1);
  expect(await lastBackup(opened.application.read, "tried")).toMatchObject({ isGood: false });
  expect(opened.events.at(-1)).toMatchObject({ name: "backup-tried", payload: { isGood: false } });
});

test("a trial that is broken off when the server stops says nothing of backups", async () => {
  await beginBackupTrials(opened.application);
  await expect(tryWith(() => Promise.reject(new Error("broken off")))).rejects.toThrow("broken off");

  expect(await lastBackup(opened.application.read, "tried")).toBeUndefined();
});
