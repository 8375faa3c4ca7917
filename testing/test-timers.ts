import type { Timers } from "../src/kernel/activity-log/live-timers.ts";

/** Timers that stand still until they are moved on. */
export interface TestTimers extends Timers {
  /** Lets so much time pass, running what comes due in order. */
  pass(milliseconds: number): void;
}

/** Timers of which a test decides when they run. */
export function testTimers(): TestTimers {
  let now = 0;
  const waiting = new Set<{ at: number; readonly period: number | undefined; readonly run: () => void }>();
  const add = (milliseconds: number, period: number | undefined, run: () => void) => {
    const timer = { at: now + milliseconds, period, run };
    waiting.add(timer);
    return () => void waiting.delete(timer);
  };
  return {
    later: (milliseconds, run) => add(milliseconds, undefined, run),
    every: (milliseconds, run) => add(milliseconds, milliseconds, run),
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...waiting].filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        now = next.at;
        if (next.period === undefined) waiting.delete(next);
        else next.at += next.period;
        next.run();
      }
      now = end;
    },
  };
}
