import { instantFromMicroseconds, microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { jobTables } from "./jobs.tables.ts";

/** How much is to be done: now, and at later instants. What was given up is in neither. */
export interface JobCounts {
  readonly due: number;
  readonly later: number;
}

/** Counts the jobs that wait. */
export async function jobCounts(read: Database, now: Temporal.Instant): Promise<JobCounts> {
  const at = microsecondsFromInstant(now);
  const waiting = jobTables(read)
    .selectFrom("jobs")
    .select((is) => is.fn.countAll<number>().as("jobs"))
    .where("given_up_at", "is", null);
  const due = await waiting.where("due_at", "<=", at).executeTakeFirstOrThrow();
  const later = await waiting.where("due_at", ">", at).executeTakeFirstOrThrow();
  return { due: due.jobs, later: later.jobs };
}

/** When the next of the jobs that are not due yet will be; undefined when there is none. */
export async function nextDue(read: Database, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const row = await jobTables(read)
    .selectFrom("jobs")
    .select("due_at")
    .where("given_up_at", "is", null)
    .where("due_at", ">", microsecondsFromInstant(now))
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : instantFromMicroseconds(row.due_at);
}

/** A job that failed too often and is not tried again by itself. */
export interface GivenUpJob {
  readonly kind: string;
  readonly key: string;
  readonly error: string;
  readonly givenUpAt: Temporal.Instant;
}

/** Those given up, the last first. */
export async function jobsGivenUp(read: Database, most: number): Promise<readonly GivenUpJob[]> {
  const rows = await jobTables(read)
    .selectFrom("jobs")
    .select(["kind", "key", "last_error", "given_up_at"])
    .where("given_up_at", "is not", null)
    .orderBy("given_up_at", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    key: row.key,
    error: row.last_error ?? "",
    givenUpAt: instantFromMicroseconds(row.given_up_at ?? 0),
  }));
}
