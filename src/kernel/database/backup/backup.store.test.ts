import { afterEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../../testing/test-database.ts";
import { jobSchema } from "../../jobs/jobs.tables.ts";
import { schedule } from "../../jobs/schedule.ts";
import { migrate } from "../migrate.ts";
import { backup, hashOfRecords } from "./backup.ts";
import { restore, RestoreProblem } from "./restore.ts";

const opened: TestDatabase[] = [];
const due = Temporal.Instant.from("2027-02-01T10:00:00Z");

async function databaseWithJobs(count: number): Promise<TestDatabase> {
  const database = await openTestDatabase();
  opened.push(database);
  await migrate(database.handle, jobSchema);
  for (let start = 0; start < count; start += 100) {
    const jobs = Array.from({ length: Math.min(100, count - start) }, (_, index) => ({
      kind: "test/job",
      key: `job ${start + index} “ä”\n`,
      due,
      payload: { index },
    }));
    await database.handle.write((transaction) => schedule(transaction, jobs));
  }
  return database;
}

async function linesOf(database: TestDatabase): Promise<string[]> {
  let text = "";
  await backup(database.handle, due, async (lines) => {
    text += lines;
  });
  return text.trimEnd().split("\n");
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  opened.push(database);
  return database;
}

async function* each(lines: readonly string[]) {
  yield* lines;
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.discard();
});

test("a backup restored into an empty database has the same records and the same hash", async () => {
  const database = await databaseWithJobs(2345);
  const target = await emptyDatabase();
  const restored = await restore(target.handle, jobSchema, each(await linesOf(database)));
  expect(restored.rows).toEqual({ jobs: 2345 });
  expect(await hashOfRecords(target.handle)).toEqual(await hashOfRecords(database.handle));
});

test("a backup holds the records of one instant, whatever is written meanwhile", async () => {
  const database = await databaseWithJobs(1500);
  const before = await hashOfRecords(database.handle);
  let wrote = false;
  const footer = await backup(database.handle, due, async () => {
    if (wrote) return;
    wrote = true;
    await database.handle.write((transaction) =>
      schedule(transaction, [{ kind: "test/job", key: "late", due, payload: null }]),
    );
  });
  expect(footer.hash).toBe(before.hash);
});

test("a backup with one changed value is refused and leaves nothing behind", async () => {
  const lines = await linesOf(await databaseWithJobs(3));
  const changed = lines.map((line) => line.replace('"attempts":0', '"attempts":1'));
  const target = await emptyDatabase();
  await expect(restore(target.handle, jobSchema, each(changed))).rejects.toThrow(RestoreProblem);
  expect((await hashOfRecords(target.handle)).rows).toEqual({});
});

test("a backup that breaks off is refused", async () => {
  const lines = await linesOf(await databaseWithJobs(3));
  const target = await emptyDatabase();
  await expect(restore(target.handle, jobSchema, each(lines.slice(0, -1)))).rejects.toThrow("breaks off");
});

test("a database that is not empty is not restored into", async () => {
  const lines = await linesOf(await databaseWithJobs(3));
  const target = await databaseWithJobs(1);
  await expect(restore(target.handle, jobSchema, each(lines))).rejects.toThrow("not empty");
});

test("a backup of a newer version is refused", async () => {
  const lines = await linesOf(await databaseWithJobs(1));
  const target = await emptyDatabase();
  await expect(restore(target.handle, [], each(lines))).rejects.toThrow("newer version");
});
