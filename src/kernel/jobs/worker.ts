import type { Application } from "../application.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { finishJob, leaseDueJobs, postponeJob } from "./leases.ts";

const JOBS_AT_ONCE = 20;
const POLL_MS = 1000;

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

/** Does due jobs, one after the other, until stopped. Several workers may run at once, in one process or in many. */
export function startWorker(application: Application, definitions: readonly JobDefinition[], report: WorkerReport): Worker {
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
  for (const job of jobs) await runJob(application, definitions, report, job);
  return jobs.length;
}

async function runJob(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
  job: DueJob,
): Promise<void> {
  try {
    const definition = definitions.find((candidate) => candidate.kind === job.kind);
    if (definition === undefined) throw new Error(`nobody does jobs of the kind ${job.kind}`);
    await definition.run(application, job);
    await finishJob(application.database, job);
  } catch (cause) {
    report.failed(job, cause);
    await postponeJob(application.database, job, application.clock(), cause instanceof Error ? cause.message : String(cause));
  }
}
