import type { Json } from "../base/canonical-json.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { prepared } from "../database/prepared.ts";
import { jobTables, type JobRow } from "./jobs.tables.ts";

/** A job to be done. The same kind and key scheduled again moves the one job; it never makes two. */
export interface ScheduledJob {
  readonly kind: string;
  readonly key: string;
  readonly due: Temporal.Instant;
  readonly payload: Json;
}

/** Writes jobs down, or moves those that stand already and begins their attempts anew. */
export async function schedule(transaction: Database, jobs: readonly ScheduledJob[]): Promise<void> {
  for (const job of jobs) await writeOrMove.later(transaction, freshRow(job));
}

const writeOrMove = prepared((database, { kind, key, ...standing }: JobRow) =>
  jobTables(database)
    .insertInto("jobs")
    .values({ kind, key, ...standing })
    .onConflict((conflict) =>
      conflict
        .columns(["kind", "key"])
        .doUpdateSet(standing)
        // Every vote of a rush schedules the same job: what stands there already, untried, is not written again.
        .where((job) =>
          job.or([
            job("jobs.due_at", "!=", standing.due_at),
            job("jobs.payload", "!=", standing.payload),
            job("jobs.attempts", "!=", standing.attempts),
            job("jobs.abandoned", "!=", standing.abandoned),
            job("jobs.leased_until", "is not", null),
            job("jobs.holder", "is not", null),
            job("jobs.last_error", "is not", null),
            job("jobs.given_up_at", "is not", null),
          ]),
        ),
    ),
);

/** Writes jobs down; those that stand already stay as they are. */
export async function scheduleUnlessStanding(transaction: Database, jobs: readonly ScheduledJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await jobTables(transaction)
    .insertInto("jobs")
    .values(jobs.map(freshRow))
    .onConflict((conflict) => conflict.columns(["kind", "key"]).doNothing())
    .execute();
}

/** Takes a job back; nothing happens when there is none. */
export async function unschedule(transaction: Database, kind: string, key: string): Promise<void> {
  await jobTables(transaction).deleteFrom("jobs").where("kind", "=", kind).where("key", "=", key).execute();
}

function freshRow(job: ScheduledJob): JobRow {
  return {
    kind: job.kind,
    key: job.key,
    due_at: microsecondsFromInstant(job.due),
    payload: JSON.stringify(job.payload),
    attempts: 0,
    leased_until: null,
    holder: null,
    abandoned: 0,
    last_error: null,
    given_up_at: null,
  };
}
