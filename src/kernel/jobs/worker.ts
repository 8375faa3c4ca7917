import type { Application } from "../application.ts";
import type { DueJob, JobDefinition } from "./job.ts";
import { nextDue } from "./jobs.read.ts";
import { openHand } from "./lanes.ts";

const POLL_MS = 1000;
/** What becomes due in quick succession is taken in hand together. */
const GATHER_MS = 5;

/** A running worker. A resource: whoever started it stops it, and `stop` settles when the jobs in hand are done. */
export interface Worker {
  /** Says that something may be due now: the worker looks at once instead of at its next turn. */
  wake(): void;
  stop(): Promise<void>;
}

/** What befalls jobs, for whoever keeps the log of the process. */
export interface WorkerReport {
  readonly failed: (job: DueJob, cause: unknown) => void;
  /** The engine could not be asked for jobs, or told what became of one; the worker goes on trying. */
  readonly idle: (cause: unknown) => void;
  /** Told whenever a job came to its end. */
  readonly ended?: () => void;
}

/** Does due jobs, each lane one after the other, until stopped. Several workers may run at once, in one process or in many. */
export function startWorker(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  let stirred = Promise.withResolvers<void>();
  const stir = () => stirred.resolve();
  const ended = () => {
    report.ended?.();
    stir();
  };
  const hand = openHand(application, definitions, { failed: report.failed, broken: report.idle, ended }, signal);
  const work = async () => {
    while (!signal.aborted) {
      stirred = Promise.withResolvers<void>();
      const taken = hand.hasRoom() ? await hand.take().catch(reportIdle(report)) : 0;
      if (taken === 0) await rest(application, stirred.promise, signal);
    }
    await hand.empty();
  };
  const running = work();
  return {
    wake: stir,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function reportIdle(report: WorkerReport): (cause: unknown) => number {
  return (cause) => {
    report.idle(cause);
    return 0;
  };
}

/** Until something happens or is due, or for a second: other processes plan jobs without a word to us. */
async function rest(application: Application, stirred: Promise<void>, signal: AbortSignal): Promise<void> {
  const ms = await untilNextDue(application);
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  const timer = setTimeout(end, ms);
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  await Promise.race([promise, stirred]);
  clearTimeout(timer);
  signal.removeEventListener("abort", end);
  if (!signal.aborted) await new Promise<void>((next) => setTimeout(next, GATHER_MS));
}

/** So many milliseconds until the next job is due, at most a second. */
async function untilNextDue({ read, clock }: Application): Promise<number> {
  const now = clock();
  const next = await nextDue(read, now).catch(() => undefined);
  return next === undefined ? POLL_MS : Math.min(POLL_MS, Math.ceil(now.until(next).total("milliseconds")));
}

/** Does what is due now, once, and says how many jobs were taken in hand; tests pump this instead of running a worker. */
export async function runDueJobs(
  application: Application,
  definitions: readonly JobDefinition[],
  report: WorkerReport,
): Promise<number> {
  const broken: unknown[] = [];
  const hand = openHand(
    application,
    definitions,
    { failed: report.failed, broken: (cause) => void broken.push(cause), ended: () => {} },
    undefined,
  );
  const taken = await hand.take();
  await hand.empty();
  if (broken.length > 0) throw broken[0];
  return taken;
}
