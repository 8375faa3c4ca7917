import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { jobTables } from "./jobs.tables.ts";
import { finishJob, leaseDueJobs, mostAttempts, postponeJob, type LeasedJob } from "./leases.ts";
import { schedule, scheduleUnlessStanding, unschedule, type ScheduledJob } from "./schedule.ts";

let opened: TestApplication;

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
});

afterEach(() => opened.close());

const noon = Temporal.Instant.from("2027-02-01T12:00:00Z");

function reminder(key: string, minutesAfterNoon = 0, payload: ScheduledJob["payload"] = {}): ScheduledJob {
  return { kind: "notes/remind", key, due: noon.add({ minutes: minutesAfterNoon }), payload };
}

function plan(...jobs: readonly ScheduledJob[]): Promise<void> {
  return opened.application.database.write((transaction) => schedule(transaction, jobs));
}

function leaseAt(minutesAfterNoon: number, most = 10): Promise<readonly LeasedJob[]> {
  return leaseDueJobs(opened.application.database, noon.add({ minutes: minutesAfterNoon }), most);
}

async function leaseOne(minutesAfterNoon: number): Promise<LeasedJob> {
  const [job] = await leaseAt(minutesAfterNoon, 1);
  if (job === undefined) throw new Error(`nothing is due ${minutesAfterNoon} minutes after noon`);
  return job;
}

function finish(job: LeasedJob): Promise<void> {
  return opened.application.database.write((transaction) => finishJob(transaction, job));
}

function postpone(job: LeasedJob, now: Temporal.Instant, why: string): Promise<void> {
  return opened.application.database.write((transaction) => postponeJob(transaction, job, now, why));
}

function keysOf(jobs: readonly LeasedJob[]): readonly string[] {
  return jobs.map((job) => job.key);
}

async function standing(): Promise<readonly string[]> {
  const rows = await jobTables(opened.application.read).selectFrom("jobs").select("key").orderBy("key").execute();
  return rows.map((row) => row.key);
}

test("what is due is taken in hand, the longest due first, and nothing before its time", async () => {
  await plan(reminder("late", 5), reminder("now"), reminder("early", -5), reminder("future", 60));

  expect(keysOf(await leaseAt(5))).toEqual(["early", "now", "late"]);
});

test("jobs due at one instant are taken in the order of their keys", async () => {
  const keys = ["town/000000000002", "town/000000000010", "town/000000000001", "Zeta", "alpha"];
  await plan(...keys.map((key) => reminder(key)));

  expect(keysOf(await leaseAt(0))).toEqual([
    "Zeta",
    "alpha",
    "town/000000000001",
    "town/000000000002",
    "town/000000000010",
  ]);
});

test("no more are taken than asked for", async () => {
  await plan(...["a", "b", "c", "d", "e"].map((key) => reminder(key)));

  expect(keysOf(await leaseAt(0, 2))).toEqual(["a", "b"]);
  expect(keysOf(await leaseAt(0, 2))).toEqual(["c", "d"]);
});

test("a job in hand is nobody else's until the lease ends; then it is taken again and counted", async () => {
  await plan(reminder("a", 0, { note: 7 }));

  expect(await leaseAt(0)).toMatchObject([{ key: "a", attempt: 1, payload: { note: 7 }, due: noon }]);
  expect(await leaseAt(1)).toEqual([]);
  expect(await leaseAt(2)).toMatchObject([{ key: "a", attempt: 2 }]);
});

test("workers that ask at the same time share the jobs and do none twice", async () => {
  await plan(...Array.from({ length: 40 }, (_, place) => reminder(`job-${place}`)));
  const taken = await Promise.all(Array.from({ length: 8 }, () => leaseAt(0, 5)));

  const keys = taken.flatMap(keysOf);
  expect(new Set(keys).size).toBe(keys.length);
  // On PostgreSQL those who come while rows are being taken may leave with fewer; nothing is lost by that.
  expect(keys.length + (await leaseAt(0, 40)).length).toBe(40);
});

test("a finished job is gone", async () => {
  await plan(reminder("a"), reminder("b"));
  await finish(await leaseOne(0));

  expect(await standing()).toEqual(["b"]);
});

test("a job moved while it is done stands at its new instant", async () => {
  await plan(reminder("a"));
  const job = await leaseOne(0);
  await plan(reminder("a", 30, { moved: true }));
  await finish(job);

  expect(await leaseAt(29)).toEqual([]);
  expect(await leaseAt(30)).toMatchObject([{ key: "a", attempt: 1, payload: { moved: true } }]);
});

test("a job planned anew for the same instant while it is done is done again", async () => {
  await plan(reminder("a"));
  const job = await leaseOne(0);
  await plan(reminder("a", 0, { anew: true }));
  await finish(job);

  expect(await leaseAt(0)).toMatchObject([{ key: "a", payload: { anew: true } }]);
});

test("whoever held a lease too long can no longer finish or postpone what others have in hand", async () => {
  await plan(reminder("a"));
  const tooLate = await leaseOne(0);
  const current = await leaseOne(5);
  await finish(tooLate);
  await postpone(tooLate, noon.add({ minutes: 6 }), "too late");

  expect(await standing()).toEqual(["a"]);
  await finish(current);
  expect(await standing()).toEqual([]);
});

test("a job that fails waits ten seconds, then twice as long each time, at most six hours", async () => {
  await plan(reminder("a"));
  const waits: number[] = [];
  let now = noon;
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    const [job] = await leaseDueJobs(opened.application.database, now, 1);
    if (job === undefined) throw new Error(`attempt ${attempt} found nothing`);
    await postpone(job, now, "the server did not answer");
    const row = await jobTables(opened.application.read).selectFrom("jobs").selectAll().executeTakeFirstOrThrow();
    const next = Temporal.Instant.fromEpochMilliseconds(Number(row.leased_until) / 1000);
    waits.push(now.until(next).total("seconds"));
    expect(await leaseDueJobs(opened.application.database, next.subtract({ seconds: 1 }), 1)).toEqual([]);
    now = next;
  }

  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240]);
});

test("after the last attempt a job is given up and stays to be seen with its reason", async () => {
  await plan(reminder("a"));
  const job = await leaseOne(0);
  await postpone({ ...job, attempt: mostAttempts }, noon, "no such mailbox");

  expect(await leaseAt(60 * 24 * 30)).toEqual([]);
  const row = await jobTables(opened.application.read).selectFrom("jobs").selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ last_error: "no such mailbox", given_up_at: 1_801_483_200_000_000 });
});

test("a job planned again after it was given up begins anew", async () => {
  await plan(reminder("a"));
  const job = await leaseOne(0);
  await postpone({ ...job, attempt: mostAttempts }, noon, "no such mailbox");
  await plan(reminder("a", 10));

  expect(await leaseAt(10)).toMatchObject([{ key: "a", attempt: 1 }]);
});

test("planning only what does not stand yet leaves the others where they are", async () => {
  await plan(reminder("a", 0));
  await opened.application.database.write((transaction) =>
    scheduleUnlessStanding(transaction, [reminder("a", 30), reminder("b", 30)]),
  );

  expect(keysOf(await leaseAt(0))).toEqual(["a"]);
  expect(keysOf(await leaseAt(30))).toEqual(["a", "b"]);
});

test("a job that is taken back is not done", async () => {
  await plan(reminder("a"), reminder("b"));
  await opened.application.database.write((transaction) => unschedule(transaction, "notes/remind", "a"));

  expect(keysOf(await leaseAt(0))).toEqual(["b"]);
});
