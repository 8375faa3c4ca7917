import { once } from "node:events";
import type { Application } from "../kernel/application.ts";
import type { FederationHandle } from "../kernel/federation/federation-handle.ts";
import type { JobDefinition } from "../kernel/jobs/job.ts";
import { freeAtStart, watchAbandoned, type AbandonedWatch } from "../kernel/jobs/watch-abandoned.ts";
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
    ended: () => federation?.wake(),
  };
  const stopping = new AbortController();
  let worker: Worker | undefined;
  let working: Promise<unknown> | undefined;
  const waiting = (job: JobDefinition): JobDefinition =>
    job.afterArrivals === undefined
      ? job
      : {
          ...job,
          run: async (within, due) => {
            await federation?.actedOn(due.due, stopping.signal);
            return job.run(within, due);
          },
        };
  const watch: AbandonedWatch = {
    tables: ["jobs", ...(federation?.heldTables ?? [])],
    signal: stopping.signal,
    failed: report.idle,
    freed: () => {
      worker?.wake();
      federation?.wake();
    },
  };
  const begin = async () => {
    const seen = application.database.appear((cause) => log.failure("holder-unseen", cause));
    await Promise.race([seen, once(stopping.signal, "abort")]);
    await freeAtStart(application, watch);
    if (stopping.signal.aborted) return;
    worker = startWorker(application, jobs.map(waiting), report);
    await Promise.all([federation?.startQueues(stopping.signal), watchAbandoned(application, watch)]);
  };
  return {
    begin: () => {
      working ??= begin();
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
      await worker?.stop();
      await working;
    },
  };
}
