import { sql } from "kysely";
import type { Json } from "../base/canonical-json.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../base/time.ts";
import type { Database, DatabaseHandle } from "../database/database.ts";
import { prepared } from "../database/prepared.ts";
import type { DueJob } from "./job.ts";
import { jobTables, type JobRow } from "./jobs.tables.ts";

const LEASE = Temporal.Duration.from({ minutes: 2 });
const BREATH = Temporal.Duration.from({ seconds: 2 });

/** How often a job is begun before it is given up. */
export const mostAttempts = 12;

/** A job in hand. Whoever holds it finishes or postpones it; what became of it after the lease ended is no longer theirs to say. */
export interface LeasedJob extends DueJob {
  readonly leasedUntil: Temporal.Instant;
}

/** Takes up to `most` due jobs in hand, the longest due first; no other worker gets them until the lease ends. */
export async function leaseDueJobs(
  handle: DatabaseHandle,
  now: Temporal.Instant,
  most: number,
): Promise<readonly LeasedJob[]> {
  const at = microsecondsFromInstant(now);
  const until = microsecondsFromInstant(now.add(LEASE));
  // Skipping rows that another worker is just leasing is the one thing the engines say differently here. The rows are chosen once,
  // beforehand: as a mere condition of the update, PostgreSQL might choose anew, and so take more than `most`.
  const skipLocked = handle.engine === "postgres" ? sql`for update skip locked` : sql``;
  const rows = await handle.writeAtOnce(async (database) => {
    const leased = await sql<LeasedRow>`
      with due as materialized (
        select kind, key from jobs
        where given_up_at is null and due_at <= ${at} and (leased_until is null or leased_until <= ${at})
        order by due_at, kind, key limit ${most} ${skipLocked})
      update jobs set leased_until = ${until}, holder = ${handle.holder}, attempts = attempts + 1
      from due where jobs.kind = due.kind and jobs.key = due.key
      returning jobs.kind, jobs.key, jobs.due_at, jobs.payload, jobs.attempts`.execute(database);
    return leased.rows;
  });
  return rows.map((row) => leasedJob(row, now.add(LEASE))).sort(inOrder);
}

/** Removes a job that is done, unless it was moved meanwhile (then it stands at its new instant) or is in other hands. */
export async function finishJob(transaction: Database, job: LeasedJob): Promise<void> {
  await removeHeld.later(transaction, heldAs(job));
}

const removeHeld = prepared((database, given: HeldJob) =>
  jobTables(database)
    .deleteFrom("jobs")
    .where("kind", "=", given.kind)
    .where("key", "=", given.key)
    .where("leased_until", "=", given.until),
);

/** Lets a job that failed wait: 10 s, then twice as long each time; after the last attempt it is given up and stays to be seen. */
export async function postponeJob(
  transaction: Database,
  job: LeasedJob,
  now: Temporal.Instant,
  why: string,
): Promise<void> {
  const seconds = Math.min(10 * 2 ** (job.attempt - 1), 6 * 3600);
  const givenUp = job.attempt >= mostAttempts;
  await held(transaction, job)
    .set({
      leased_until: microsecondsFromInstant(now.add({ seconds })),
      holder: null,
      last_error: why.slice(0, 500),
      given_up_at: givenUp ? microsecondsFromInstant(now) : null,
    })
    .execute();
}

/** Lets a job wait that came to nothing because the engine was full or away: for a moment, and without counting it as failed. */
export async function giveBackJob(transaction: Database, job: LeasedJob, now: Temporal.Instant): Promise<void> {
  await held(transaction, job)
    .set({ leased_until: microsecondsFromInstant(now.add(BREATH)), holder: null, attempts: job.attempt - 1 })
    .execute();
}

function held(transaction: Database, job: LeasedJob) {
  const { kind, key, until } = heldAs(job);
  return jobTables(transaction)
    .updateTable("jobs")
    .where("kind", "=", kind)
    .where("key", "=", key)
    .where("leased_until", "=", until);
}

type HeldJob = { readonly kind: string; readonly key: string; readonly until: number };

/** The lease is part of what is asked for, so that nobody ends what is another's by now. */
function heldAs({ kind, key, leasedUntil }: LeasedJob): HeldJob {
  return { kind, key, until: microsecondsFromInstant(leasedUntil) };
}

type LeasedRow = Pick<JobRow, "kind" | "key" | "due_at" | "payload" | "attempts">;

function leasedJob(row: LeasedRow, leasedUntil: Temporal.Instant): LeasedJob {
  return {
    kind: row.kind,
    key: row.key,
    due: instantFromMicroseconds(row.due_at),
    payload: JSON.parse(row.payload) as Json,
    attempt: row.attempts,
    leasedUntil,
  };
}

/** The longest due first; at one instant by kind and key, so that deliveries keep the order of their chain. */
function inOrder(one: DueJob, other: DueJob): number {
  const byInstant = Temporal.Instant.compare(one.due, other.due);
  if (byInstant !== 0) return byInstant;
  return compareTexts(one.kind, other.kind) || compareTexts(one.key, other.key);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
