import type { Application } from "../application.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { finishJob, leaseDueJobs, mostAttempts, postponeJob, type LeasedJob } from "./leases.ts";

const JOBS_AT_ONCE = 20;
const POLL_MS = 1000;
/** A job is not begun with less than this left of its lease. */
const TIME_FOR_ONE = Temporal.Duration.from({ minutes: 1 });

/** A running worker. A resource: whoever started it stops it, and `stop` settles when the job in hand is done. */
export interface Worker {
  /** Says that something may be due now: the worker looks at once instead of at its next turn. */
  wake(): void;
  stop(): Promise<void>;
}

/** What befalls jobs, for whoever keeps the log of the process. */
export interface WorkerReport {
  readonly failed: (job: DueJob, cause: unknown) => void;
  /** The engine could not be asked for jobs; the worker goes on trying. */
  readonly idle: (cause: unknown) => void;
}

/** Does due jobs, each lane one after the other, until stopped. Several workers may run at once, in one process or in many. */
export function startWorker(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
): Worker {
  let stopped = false;
  let wake: () => void = () => {};
  let woken = false;
  const rest = () =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, POLL_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    while (!stopped) {
      woken = false;
      const done = await runDueJobs(application, definitions, report).catch((cause: unknown) => {
        report.idle(cause);
        return 0;
      });
      if (done === 0) await rest();
    }
  };
  const running = work();
  return {
    wake: () => {
      woken = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Does what is due now, once, and says how many jobs were taken in hand; tests pump this instead of running a worker. */
export async function runDueJobs(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
): Promise<number> {
  const jobs = await leaseDueJobs(application.database, application.clock(), JOBS_AT_ONCE);
  const lanes = Map.groupBy(jobs, (job) => definitionOf(definitions, job)?.lane?.(job) ?? "");
  const ends = await Promise.allSettled(
    Array.from(lanes.values(), async (lane) => {
      for (const job of lane) await runJob(application, definitions, report, job);
    }),
  );
  const failure = ends.find((end) => end.status === "rejected");
  if (failure !== undefined) throw failure.reason;
  return jobs.length;
}

async function runJob(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
  job: LeasedJob,
): Promise<void> {
  // Jobs before it took long: whoever leases it next must not do it at the same time.
  if (Temporal.Instant.compare(application.clock().add(TIME_FOR_ONE), job.leasedUntil) > 0) return;
  try {
    if (job.attempt > mostAttempts) throw new Error("every worker that began this job ended before it did");
    const definition = definitionOf(definitions, job);
    if (definition === undefined) throw new Error(`nobody does jobs of the kind ${job.kind}`);
    await definition.run(application, job);
    await finishJob(application.database, job);
  } catch (cause) {
    report.failed(job, cause);
    const why = cause instanceof Error ? cause.message : String(cause);
    await postponeJob(application.database, job, application.clock(), why);
  }
}

function definitionOf(definitions: readonly JobDefinition[], job: DueJob): JobDefinition | undefined {
  return definitions.find((definition) => definition.kind === job.kind);
}
