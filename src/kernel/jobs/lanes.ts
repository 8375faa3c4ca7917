import type { Application } from "../application.ts";
import { StorageFailure } from "../database/database.ts";
import { untilWritten } from "../database/until-written.ts";
import { createEndJob } from "./ends.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { giveBackJob, leaseDueJobs, mostAttempts, postponeJob, type LeasedJob } from "./leases.ts";

const JOBS_AT_ONCE = 100;
/** A job is not begun with less than this left of its lease. */
const TIME_FOR_ONE = Temporal.Duration.from({ minutes: 1 });

/** What a worker's hand is told to do with what befalls its jobs. */
export interface HandReport {
  readonly failed: (job: DueJob, cause: unknown) => void;
  /** Something else went wrong: what became of a job could not be written down, and its lease ends by itself. */
  readonly broken: (cause: unknown) => void;
  /** A job is done, or put off: there is room for another. */
  readonly ended: () => void;
}

/** The jobs that one worker has in hand, in their lanes. */
export interface Hand {
  /** Takes due jobs in hand as far as there is room, begins them, and says how many they were. */
  take(): Promise<number>;
  /** Whether there is room for more. */
  hasRoom(): boolean;
  /** Settles when nothing is in hand. */
  empty(): Promise<void>;
}

/** Opens a hand. Jobs of one lane are done one after the other, also those that are taken while the lane is busy; lanes go side by side. */
export function openHand(
  application: Application,
  definitions: readonly JobDefinition[],
  report: HandReport,
  signal: AbortSignal | undefined,
): Hand {
  const { database, clock } = application;
  const lanes = new Map<string, LeasedJob[]>();
  const running = new Set<Promise<void>>();
  const end = createEndJob(database, signal);
  let inHand = 0;

  /** What came to nothing since the engine is away is no failure of the job. */
  const putOff = async (job: LeasedJob, cause: unknown) => {
    report.failed(job, cause);
    const why = cause instanceof Error ? cause.message : String(cause);
    const write = () =>
      database.write((transaction) =>
        cause instanceof StorageFailure
          ? giveBackJob(transaction, job, clock())
          : postponeJob(transaction, job, clock(), why),
      );
    await untilWritten(write, signal);
  };

  const begin = async (job: LeasedJob) => {
    if (job.attempt > mostAttempts) throw new Error("every worker that began this job ended before it did");
    const definition = definitionOf(definitions, job);
    if (definition === undefined) throw new Error(`nobody does jobs of the kind ${job.kind}`);
    return (await definition.run(application, job)) ?? undefined;
  };

  /** Begins a job; settles when the next of its lane may begin, and calls `over` when it is written down what became of this one. */
  const run = async (job: LeasedJob, over: () => void): Promise<void> => {
    // Jobs before it took long: whoever leases it next must not do it at the same time.
    if (Temporal.Instant.compare(clock().add(TIME_FOR_ONE), job.leasedUntil) > 0) return over();
    const ended = begin(job).then(
      (write) => ({ ending: end(job, write).catch((cause: unknown) => putOff(job, cause)) }),
      (cause: unknown) => ({ ending: putOff(job, cause) }),
    );
    const { ending } = await ended;
    const written = ending.catch(report.broken).finally(over);
    if (definitionOf(definitions, job)?.overlaps !== true) await written;
  };

  const work = async (name: string, lane: LeasedJob[]): Promise<void> => {
    const written: Promise<void>[] = [];
    for (let job = lane.shift(); job !== undefined; job = lane.shift()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      written.push(promise);
      await run(job, () => {
        inHand -= 1;
        resolve();
        report.ended();
      });
    }
    lanes.delete(name);
    await Promise.all(written);
  };

  return {
    take: async () => {
      const jobs = await leaseDueJobs(database, clock(), JOBS_AT_ONCE - inHand);
      inHand += jobs.length;
      const joining = Map.groupBy(jobs, (job) => definitionOf(definitions, job)?.lane?.(job) ?? "");
      for (const [name, more] of joining) {
        const busy = lanes.get(name);
        if (busy !== undefined) {
          busy.push(...more);
          continue;
        }
        lanes.set(name, more);
        const working: Promise<void> = work(name, more).finally(() => running.delete(working));
        running.add(working);
      }
      return jobs.length;
    },
    hasRoom: () => inHand < JOBS_AT_ONCE,
    empty: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function definitionOf(definitions: readonly JobDefinition[], job: DueJob): JobDefinition | undefined {
  return definitions.find((definition) => definition.kind === job.kind);
}
