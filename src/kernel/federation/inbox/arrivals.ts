import { setTimeout as pause } from "node:timers/promises";

/** A request whose head is here has its body within this time, unless its sender is slow; so has one that another process takes. */
const BREATH_MS = 200;
const LOOK_MS = 20;
/** What is not acted on after this time is held up by something that waiting does not mend. */
const MOST_MS = 30_000;

/** What came to an inbox, between its arrival and the moment when it is acted on or kept. */
export interface Arrivals {
  /** Counts a piece of work as an arrival until it settles. */
  during<Value>(work: () => Promise<Value>): Promise<Value>;
  /**
   * Settles when everything that arrived before an instant of the past is acted on, so that nobody counts without it. What failed
   * once is not waited for, and nothing longer than half a minute.
   */
  actedOn(before: Temporal.Instant, signal: AbortSignal): Promise<void>;
}

/** Watches over what arrives. `waits` says whether something that arrived before then is in the queue and has not been tried yet. */
export function createArrivals(waits: (before: Temporal.Instant) => Promise<boolean>): Arrivals {
  const underWay = new Set<Promise<unknown>>();
  const nap = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal, ref: false }).catch(() => {});
  return {
    during: async (work) => {
      const working = work();
      underWay.add(working);
      try {
        return await working;
      } finally {
        underWay.delete(working);
      }
    },
    actedOn: async (before, signal) => {
      await nap(BREATH_MS, signal);
      const begun = performance.now();
      await Promise.race([Promise.allSettled(underWay), nap(MOST_MS, signal)]);
      const mayWait = () => !signal.aborted && performance.now() - begun < MOST_MS;
      while (mayWait() && (await waits(before))) await nap(LOOK_MS, signal);
    },
  };
}
