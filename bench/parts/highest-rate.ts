import { atRate, pushing, type Run, type SendNext } from "./open-loop.ts";

const MOST_P99_MS = 250;
const STEPS = [1, 0.92, 0.85, 0.78, 0.7, 0.6, 0.5, 0.4] as const;

/** The highest rate that somebody could hold, and how that went. */
export interface Held {
  /** Per second; 0 when none of the steps was held. */
  readonly rate: number;
  readonly steps: readonly (Run & { readonly asking: number; readonly isHeld: boolean })[];
  readonly pushed: Run;
}

/** What a server is asked with. */
export interface Load {
  /** Makes this many requests ready to be sent, before any clock runs. */
  prepare(count: number): Promise<void>;
  readonly send: SendNext;
  /** The status of a request that was taken. */
  readonly taken: number;
}

/**
 * The highest rate at which all is taken and 99 of 100 are answered within 250 ms of their scheduled instant. First everybody
 * pushes, which tells about how much goes through; then schedules begin there and come down until one is held.
 */
export async function highestRate(load: Load, seconds: number, expected: number): Promise<Held> {
  await load.prepare(Math.ceil(expected * 2));
  const pushed = await pushing(load.send, 64, 2);
  const steps: Held["steps"][number][] = [];
  for (const step of STEPS) {
    const asking = Math.round(pushed.rate * step);
    await load.prepare(asking * seconds + 1);
    const run = await atRate(load.send, asking, seconds);
    const isHeld = run.statuses[load.taken] === run.asked && run.p99 < MOST_P99_MS;
    steps.push({ ...run, asking, isHeld });
    if (isHeld) return { rate: asking, steps, pushed };
  }
  return { rate: 0, steps, pushed };
}
