import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import type { DatabaseHandle } from "../database/database.ts";
import { freeAbandoned, mostAbandoned } from "./abandoned.ts";
import { jobTables } from "./jobs.tables.ts";
import { leaseDueJobs, postponeJob, type LeasedJob } from "./leases.ts";
import { schedule } from "./schedule.ts";

let opened: TestApplication;

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
});

afterEach(() => opened.close());

const noon = Temporal.Instant.from("2027-02-01T12:00:00Z");

/** The same database, as a process saw it that has ended since. */
function former(name = "former"): DatabaseHandle {
  return { ...opened.application.database, holder: name };
}

function plan(...keys: readonly string[]): Promise<void> {
  return opened.application.database.write((transaction) =>
    schedule(
      transaction,
      keys.map((key) => ({ kind: "notes/remind", key, due: noon, payload: {} })),
    ),
  );
}

async function leaseOne(handle: DatabaseHandle, now = noon): Promise<LeasedJob> {
  const [job] = await leaseDueJobs(handle, now, 1);
  if (job === undefined) throw new Error("nothing is due");
  return job;
}

function free(now = noon): Promise<readonly string[]> {
  return freeAbandoned(opened.application.database, ["jobs"], now);
}

test("what a process that died had in hand is taken up at once, as if it had not been begun", async () => {
  await plan("a", "b");
  await leaseDueJobs(former(), noon, 2);
  expect(await leaseDueJobs(opened.application.database, noon, 2)).toEqual([]);

  expect(await free()).toEqual(["former"]);
  expect(await leaseDueJobs(opened.application.database, noon, 2)).toMatchObject([
    { key: "a", attempt: 1 },
    { key: "b", attempt: 1 },
  ]);
});

test("what this process has in hand stays there", async () => {
  await plan("a");
  await leaseOne(opened.application.database);

  expect(await free()).toEqual([]);
  expect(await leaseDueJobs(opened.application.database, noon, 1)).toEqual([]);
});

test("a job that failed waits on, also when the process that tried it died since", async () => {
  await plan("a");
  const job = await leaseOne(former());
  await former().write((transaction) => postponeJob(transaction, job, noon, "the server did not answer"));
  await free();

  expect(await leaseDueJobs(opened.application.database, noon.add({ seconds: 9 }), 1)).toEqual([]);
  expect(await leaseOne(opened.application.database, noon.add({ seconds: 10 }))).toMatchObject({ attempt: 2 });
});

test("one who is only missed for a moment keeps what it has in hand", async () => {
  await plan("a");
  await leaseOne(former());

  expect(await freeAbandoned(opened.application.database, ["jobs"], noon, () => false)).toEqual(["former"]);
  expect(await leaseDueJobs(opened.application.database, noon, 1)).toEqual([]);
});

test("a job that ended its process each time is given up in the end, with its reason", async () => {
  await plan("a");
  for (let times = 1; times <= mostAbandoned; times++) {
    await leaseOne(former(`former-${times}`));
    await free();
  }

  expect(await leaseDueJobs(opened.application.database, noon.add({ hours: 24 }), 1)).toEqual([]);
  expect(await jobTables(opened.application.read).selectFrom("jobs").selectAll().execute()).toMatchObject([
    { key: "a", last_error: "every process that began this ended before it did", given_up_at: 1_801_483_200_000_000 },
  ]);
});
