import type { Id } from "../../../kernel/base/ids.ts";
import { startOf, type SessionTime } from "../session.ts";
import type { NightDebt } from "./night-debt.ts";

/** One series of gatherings. */
export type SeriesId = Id<"series">;

/** A series: gatherings of one community that recur, each a gathering of its own. */
export interface Series {
  readonly id: SeriesId;
  readonly communityId: string;
  /** The value of an RRULE, reckoned in wall-clock time. */
  readonly rule: string;
  /** The first date of the rule. */
  readonly start: Temporal.PlainDateTime;
  readonly zone: string;
  readonly lengthMinutes: number;
  /** Further times of day in question for each date, such as `09:00`; the night is shared out among them. */
  readonly otherTimes: readonly string[];
  /** So many days before a date its gathering is announced. */
  readonly announceDays: number;
  readonly debt: NightDebt;
  readonly endedAt: Temporal.Instant | undefined;
}

/** A date that a series has given: announced, or left out with a reason. */
export interface SeriesDate {
  /** As the rule gives it; the gathering may be held at another time. */
  readonly date: Temporal.PlainDateTime;
  readonly gatheringId: string | undefined;
  /** Why it was left out; empty otherwise. */
  readonly reason: string;
}

/** What somebody answers for every date to come; each date may be answered otherwise. */
export type SeriesAnswer = "going" | "maybe" | "audience";

/** How many other times of day a series may have in question. */
export const mostOtherTimes = 3;

/** How many days ahead a gathering may be announced. */
export const announceDays = { least: 1, most: 60, usual: 14 } as const;

/** The times in question for one date, that of the rule first. */
export function timesInQuestion(
  series: Pick<Series, "zone" | "lengthMinutes" | "otherTimes">,
  date: Temporal.PlainDateTime,
): readonly SessionTime[] {
  const starts = [date, ...series.otherTimes.map((time) => date.toPlainDate().toPlainDateTime(time))];
  return starts.map((start) => ({ start, zone: series.zone, lengthMinutes: series.lengthMinutes }));
}

/** When the gathering of a date is announced: so many days of the wall clock before the earliest time in question. */
export function announcementOf(
  series: Pick<Series, "zone" | "lengthMinutes" | "otherTimes" | "announceDays">,
  date: Temporal.PlainDateTime,
): Temporal.Instant {
  const [first = date] = timesInQuestion(series, date)
    .map(({ start }) => start)
    .toSorted(Temporal.PlainDateTime.compare);
  return startOf({ start: first.subtract({ days: series.announceDays }), zone: series.zone, lengthMinutes: 0 });
}
