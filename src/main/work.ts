import type { Application } from "../kernel/application.ts";
import type { FederationHandle } from "../kernel/federation/federation-handle.ts";
import type { JobDefinition } from "../kernel/jobs/job.ts";
import { runDueJobs, startWorker, type Worker, type WorkerReport } from "../kernel/jobs/worker.ts";
import type { ProcessLog } from "../kernel/process-log.ts";

/** The work that goes on beside requests: what is due, what arrived, what is to be sent. */
export interface Work {
  begin(): void;
  /** Says that something may be due now. */
  wake(): void;
  /** Does all there is now, and settles when nothing is left. */
  pump(): Promise<void>;
  /** Settles when the work in hand is done. */
  end(): Promise<void>;
}

/** Prepares the work; nothing is done before it begins, or is pumped. */
export function openWork(
  application: Application,
  jobs: readonly JobDefinition[],
  federation: FederationHandle | undefined,
  log: ProcessLog,
): Work {
  const report: WorkerReport = {
    failed: (job, cause) => log.failure("job-failed", cause, { kind: job.kind, key: job.key, attempt: job.attempt }),
    idle: (cause) => log.failure("jobs-unreadable", cause),
  };
  const stopping = new AbortController();
  let worker: Worker | undefined;
  let queues: Promise<void> | undefined;
  return {
    begin: () => {
      worker ??= startWorker(application, jobs, report);
      queues ??= federation?.startQueues(stopping.signal);
    },
    wake: () => worker?.wake(),
    pump: async () => {
      for (;;) {
        const done = (await runDueJobs(application, jobs, report)) + ((await federation?.pump()) ?? 0);
        if (done === 0) return;
      }
    },
    end: async () => {
      stopping.abort();
      await Promise.all([worker?.stop(), queues]);
    },
  };
}
