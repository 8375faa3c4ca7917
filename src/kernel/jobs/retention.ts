import type { Application } from "../application.ts";
import type { Database } from "../database/database.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { schedule, scheduleUnlessStanding } from "./schedule.ts";

/** Rows that are kept for a time and then removed, so that tables stay bounded. */
export interface Retention {
  /** What is removed: `receipts`. */
  readonly name: string;
  readonly keptFor: Temporal.Duration;
  /** Removes at most `most` rows that were settled before `before`, and says how many there were. */
  remove(transaction: Database, before: Temporal.Instant, most: number): Promise<number>;
}

const KIND = "kernel/remove-what-is-old";
const KEY = "daily";
const AT_ONCE = 1_000;
/** In one run; what is left waits for the next day, so that one run never takes hours. */
const MOST_ROUNDS = 500;

/** The job that once a day removes what was kept long enough, a stretch at a time, so that it holds up nothing else. */
export function retentionJob(retentions: readonly Retention[]): JobDefinition {
  return {
    kind: KIND,
    lane: () => KIND,
    async run(application, job) {
      for (const retention of retentions) await removeOld(application, retention);
      const due = nextDay(job, application.clock());
      await application.database.write((transaction) =>
        schedule(transaction, [{ kind: KIND, key: KEY, due, payload: {} }]),
      );
    },
  };
}

/** Has the daily job done from now on, unless it stands already; called whenever the program starts. */
export async function beginRetention(application: Application): Promise<void> {
  const due = application.clock();
  await application.database.write((transaction) =>
    scheduleUnlessStanding(transaction, [{ kind: KIND, key: KEY, due, payload: {} }]),
  );
}

async function removeOld(application: Application, { keptFor, remove }: Retention): Promise<void> {
  // Counted in hours, since instants know no days.
  const before = application.clock().subtract({ hours: keptFor.total({ unit: "hours" }) });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const removed = await application.database.write((transaction) => remove(transaction, before, AT_ONCE));
    if (removed < AT_ONCE) return;
  }
}

function nextDay(job: DueJob, now: Temporal.Instant): Temporal.Instant {
  const next = job.due.add({ hours: 24 });
  return Temporal.Instant.compare(next, now) > 0 ? next : now.add({ hours: 24 });
}
