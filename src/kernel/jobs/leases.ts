import { sql } from "kysely";
import { instantFromMicroseconds, microsecondsFromInstant } from "../base/time.ts";
import type { DatabaseHandle } from "../database/database.ts";
import type { DueJob } from "./job.ts";
import { jobTables, type JobRow } from "./jobs.tables.ts";

const LEASE = Temporal.Duration.from({ minutes: 2 });
const ATTEMPTS = 12;

/** Takes up to `most` due jobs in hand, the longest due first; no other worker gets them until the lease ends. */
export async function leaseDueJobs(handle: DatabaseHandle, now: Temporal.Instant, most: number): Promise<readonly DueJob[]> {
  const at = microsecondsFromInstant(now);
  const until = microsecondsFromInstant(now.add(LEASE));
  // Skipping rows that another worker is just leasing is the one thing the engines say differently here.
  const skipLocked = handle.engine === "postgres" ? sql`for update skip locked` : sql``;
  const rows = await handle.write(async (transaction) => {
    const leased = await sql<JobRow>`
      update jobs set leased_until = ${until}, attempts = attempts + 1
      where (kind, key) in (
        select kind, key from jobs
        where given_up_at is null and due_at <= ${at} and (leased_until is null or leased_until <= ${at})
        order by due_at, kind, key limit ${most} ${skipLocked})
      returning *`.execute(transaction);
    return leased.rows;
  });
  return rows.map(dueJob).sort((one, other) => Temporal.Instant.compare(one.due, other.due));
}

function dueJob(row: JobRow): DueJob {
  return {
    kind: row.kind,
    key: row.key,
    due: instantFromMicroseconds(row.due_at),
    payload: JSON.parse(row.payload),
    attempt: row.attempts,
  };
}

/** Removes a job that is done, unless it was moved meanwhile: then it stands at its new instant. */
export async function finishJob(handle: DatabaseHandle, job: DueJob): Promise<void> {
  await handle.write(async (transaction) => {
    await jobTables(transaction)
      .deleteFrom("jobs")
      .where("kind", "=", job.kind)
      .where("key", "=", job.key)
      .where("due_at", "=", microsecondsFromInstant(job.due))
      .where("leased_until", "is not", null)
      .execute();
  });
}

/** Lets a job that failed wait: 10 s, then twice as long each time; after twelve attempts it is given up and stays to be seen. */
export async function postponeJob(handle: DatabaseHandle, job: DueJob, now: Temporal.Instant, why: string): Promise<void> {
  const seconds = Math.min(10 * 2 ** (job.attempt - 1), 6 * 3600);
  const givenUp = job.attempt >= ATTEMPTS;
  await handle.write(async (transaction) => {
    await jobTables(transaction)
      .updateTable("jobs")
      .set({
        leased_until: microsecondsFromInstant(now.add({ seconds })),
        last_error: why.slice(0, 500),
        given_up_at: givenUp ? microsecondsFromInstant(now) : null,
      })
      .where("kind", "=", job.kind)
      .where("key", "=", job.key)
      .where("due_at", "=", microsecondsFromInstant(job.due))
      .where("leased_until", "is not", null)
      .execute();
  });
}
