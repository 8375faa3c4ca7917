import type { Clock } from "../src/kernel/base/time.ts";

/** A clock that stands still until it is moved. */
export interface TestClock {
  readonly now: Clock;
  /** Moves it on: `pass({ hours: 3 })`; back, by negative parts. */
  pass(duration: Temporal.DurationLike): void;
  set(instant: Temporal.Instant | string): void;
}

/** A clock that first says `start`; by default a Monday in the demo year, well away from any change of clocks. */
export function testClock(start = "2027-02-01T10:00:00Z"): TestClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    pass: (duration) => {
      now = now.add(duration);
    },
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
  };
}
