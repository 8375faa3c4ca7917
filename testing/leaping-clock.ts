import type { Clock } from "../src/kernel/base/time.ts";

/** A clock that runs as fast as the machine's, from another instant, and leaps when told to: for stories of weeks among whole servers. */
export interface LeapingClock {
  readonly now: Clock;
  /** Leaps on to an instant, and settles when all that follow it have done so too. Back in time leads no way: it throws. */
  leapTo(instant: Temporal.Instant): Promise<void>;
  /** Calls `follower` with how far it is ahead of the machine's clock, now and after each leap. */
  follow(follower: (ahead: Temporal.Duration) => Promise<void>): Promise<void>;
}

/** A clock that first says `start`. */
export function leapingClock(start: string): LeapingClock {
  const followers: ((ahead: Temporal.Duration) => Promise<void>)[] = [];
  const aheadAt = (instant: Temporal.Instant) => instant.since(Temporal.Now.instant(), { largestUnit: "seconds" });
  let ahead = aheadAt(Temporal.Instant.from(start));
  const now = () => Temporal.Now.instant().add(ahead);
  return {
    now,
    leapTo: async (instant) => {
      if (Temporal.Instant.compare(instant, now()) < 0) throw new Error(`it is past ${instant.toString()} already`);
      ahead = aheadAt(instant);
      await Promise.all(followers.map((follower) => follower(ahead)));
    },
    follow: async (follower) => {
      followers.push(follower);
      await follower(ahead);
    },
  };
}
