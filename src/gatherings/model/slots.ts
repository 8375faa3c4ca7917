import { accepted, refused } from "../../kernel/base/result.ts";
import type { Result } from "../../kernel/base/result.ts";
import type { SlotId } from "./gathering.ts";
import type { ZoneGroup } from "./night.ts";
import { pickWakeful } from "./pick-wakeful.ts";
import { compareTimes, occurrenceOf, startOf } from "./session.ts";
import type { SessionTime } from "./session.ts";

/** One candidate time of a scheduling poll. */
export interface Slot {
  readonly id: SlotId;
  readonly time: SessionTime;
}

/** Where to look for times: days and starts on the organiser's clock, both ends included. */
export interface SlotRange {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly earliestStart: Temporal.PlainTime;
  readonly latestStart: Temporal.PlainTime;
  /** From one start to the next, in minutes. */
  readonly stepMinutes: number;
  readonly lengthMinutes: number;
  readonly zone: string;
}

/** Why no times can be laid out in a range. */
export type SlotRangeRefusal =
  | { readonly kind: "range-backwards" }
  | { readonly kind: "range-too-long"; readonly mostDays: number }
  | { readonly kind: "step-too-short"; readonly leastMinutes: number };

/** Why these times cannot be the slots of a scheduling poll. */
export type SlotsRefusal =
  | { readonly kind: "no-slots" }
  | { readonly kind: "too-many-slots"; readonly most: number }
  | { readonly kind: "slot-in-the-past"; readonly time: SessionTime }
  | { readonly kind: "slot-twice"; readonly time: SessionTime };

/** The most slots one scheduling poll may ask about: what a person can answer on a telephone, and a search can weigh exactly. */
export const mostSlots = 60;

/** The longest range to look for times in, in days. */
const mostRangeDays = 31;

/** The shortest step between two starts, in minutes. */
const leastStepMinutes = 15;

/**
 * Every start in a range, in order of time; starts that a clock change skips are left out.
 *
 * Refuses `range-backwards` (days or hours), `range-too-long`, `step-too-short`.
 */
export function timesIn(range: SlotRange): Result<readonly SessionTime[], SlotRangeRefusal> {
  const { firstDay, lastDay, earliestStart, latestStart, stepMinutes, lengthMinutes, zone } = range;
  const days = firstDay.until(lastDay).total("days") + 1;
  const minutes = earliestStart.until(latestStart).total("minutes");
  if (days < 1 || minutes < 0) return refused({ kind: "range-backwards" });
  if (days > mostRangeDays) return refused({ kind: "range-too-long", mostDays: mostRangeDays });
  if (stepMinutes < leastStepMinutes) return refused({ kind: "step-too-short", leastMinutes: leastStepMinutes });

  const starts = Array.from({ length: Math.floor(minutes / stepMinutes) + 1 }, (_, step) =>
    earliestStart.add({ minutes: step * stepMinutes }),
  );
  const times = Array.from({ length: days }, (_, day) => firstDay.add({ days: day })).flatMap((day) =>
    starts.map((start) => ({ start: day.toPlainDateTime(start), zone, lengthMinutes })),
  );
  return accepted(times.filter((time) => occurrenceOf(time) !== "skipped"));
}

/**
 * Suggests up to `most` times after `now` that cost the people invited as little night as can be, in order of time.
 *
 * The same question always gets the same suggestions. Refuses as {@link timesIn} does.
 */
export function suggestTimes(
  range: SlotRange,
  invited: readonly ZoneGroup[],
  most: number,
  now: Temporal.Instant,
): Result<readonly SessionTime[], SlotRangeRefusal> {
  const all = timesIn(range);
  if (!all.ok) return all;
  const ahead = all.value.filter((time) => Temporal.Instant.compare(startOf(time), now) > 0);
  return accepted(
    pickWakeful(
      ahead.map((time) => ({ time })),
      invited,
      most,
    ).map(({ time }) => time),
  );
}

/**
 * The times of a scheduling poll in order, if they can be its slots.
 *
 * Refuses `no-slots`, `too-many-slots` (more than 60), `slot-in-the-past` and `slot-twice` (same instant and length, in
 * whatever zone).
 */
export function slotTimesInOrder(
  times: readonly SessionTime[],
  now: Temporal.Instant,
): Result<readonly SessionTime[], SlotsRefusal> {
  if (times.length === 0) return refused({ kind: "no-slots" });
  if (times.length > mostSlots) return refused({ kind: "too-many-slots", most: mostSlots });
  const inOrder = times.toSorted(compareTimes);
  const past = inOrder.find((time) => Temporal.Instant.compare(startOf(time), now) <= 0);
  if (past !== undefined) return refused({ kind: "slot-in-the-past", time: past });
  const twice = inOrder.find((time, place) => {
    const next = inOrder[place + 1];
    return next !== undefined && compareTimes(time, next) === 0;
  });
  return twice === undefined ? accepted(inOrder) : refused({ kind: "slot-twice", time: twice });
}
