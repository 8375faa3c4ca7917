import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import type { DatabaseHandle } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open-database.ts";
import { freeAbandoned } from "./abandoned.ts";
import { jobSchema } from "./jobs.tables.ts";
import { leaseDueJobs } from "./leases.ts";
import { schedule } from "./schedule.ts";

let opened: TestDatabase;
let other: DatabaseHandle;
let lost: unknown[];

beforeEach(async () => {
  opened = await openTestDatabase();
  other = openDatabase(opened.location);
  lost = [];
  await migrate(opened.handle, jobSchema);
  const job = { kind: "notes/remind", key: "a", due: noon, payload: {} };
  await opened.handle.write((transaction) => schedule(transaction, [job]));
});

afterEach(async () => {
  await other.close();
  await opened.discard();
});

const noon = Temporal.Instant.from("2027-02-01T12:00:00Z");
const free = () => freeAbandoned(opened.handle, ["jobs"], noon);

test("what another process has in hand is left to it while it lives, and is free as soon as it is gone", async () => {
  await other.appear((cause) => void lost.push(cause));
  await leaseDueJobs(other, noon, 1);
  expect(await free()).toEqual([]);
  expect(await leaseDueJobs(opened.handle, noon, 1)).toEqual([]);

  await other.close();
  expect(await free()).toEqual([other.holder]);
  expect(await leaseDueJobs(opened.handle, noon, 1)).toMatchObject([{ key: "a", attempt: 1 }]);
  expect(lost).toEqual([]);
});

test("a process whose connection was cut is seen again soon, and keeps what it has in hand", async () => {
  await other.appear((cause) => void lost.push(cause));
  await leaseDueJobs(other, noon, 1);
  await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database =
    (select oid from pg_database where datname = current_database())`.execute(opened.handle.read);
  await waitFor("it was lost", () => lost.length === 1);
  await waitFor("it is seen again", async () => {
    const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and granted and database =
      (select oid from pg_database where datname = current_database())`.execute(opened.handle.read);
    return rows.length === 1;
  });

  expect(await free()).toEqual([]);
  expect(await leaseDueJobs(opened.handle, noon, 1)).toEqual([]);
});

test("a process that is closed while it cannot be seen ends all the same", async () => {
  const nowhere = openDatabase({ kind: "postgres", url: "postgres://koinon@127.0.0.1:1/none" });
  const seen = nowhere.appear((cause) => void lost.push(cause));
  await waitFor("it cannot be seen", () => lost.length > 0);
  await nowhere.close();
  await expect(seen).resolves.toBeUndefined();
});
