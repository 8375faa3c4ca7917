import { formattingLocale, type Language } from "./language.ts";
import { remembered } from "./remembered.ts";

/** How one reader is told of times: in one language and, unless said otherwise, in the reader's zone, which is named. */
export interface TimeWords {
  /** The whole of it: "Wednesday, 11 February 2026 at 15:00 (Central European Standard Time)". */
  dateTime(instant: Temporal.Instant, zone?: string): string;
  /**
   * As {@link dateTime}, with the organiser's local time beside it where the two clocks differ at that instant:
   * "Wednesday, 11 February 2026 at 15:00 (Central European Standard Time), 09:00 for the organiser (Eastern Standard Time)".
   */
  dateTimeBeside(instant: Temporal.Instant, organiserZone: string): string;
  /** In few letters, for grids and poll options: "Wed 11 Feb, 15:00 CET". */
  briefDateTime(instant: Temporal.Instant, zone?: string): string;
  /** From start to end, end excluded: "Wednesday, 11 February 2026, 15:00–16:30 (Central European Standard Time)". */
  dateTimeRange(start: Temporal.Instant, end: Temporal.Instant, zone?: string): string;
  /** The time of day alone, without its zone: only beside a heading that names the zone. "15:00". */
  timeOfDay(instant: Temporal.Instant, zone?: string): string;
  /** "11 February 2026". */
  date(date: Temporal.PlainDate): string;
  /** In few letters, for tables: "11 Feb 2026". */
  briefDate(date: Temporal.PlainDate): string;
  /** "Wednesday, 11 February 2026". */
  weekdayDate(date: Temporal.PlainDate): string;
  /** "Wednesday". */
  weekday(date: Temporal.PlainDate): string;
  /** From the first to the last day, both included: "11–13 February 2026". */
  dateRange(first: Temporal.PlainDate, last: Temporal.PlainDate): string;
  /** "in 3 days", "2 hours ago", "now"; whole units, cut off towards now, so that a deadline is never told too late. */
  relative(instant: Temporal.Instant, now: Temporal.Instant): string;
  /** A length: "1 hour, 30 minutes". */
  duration(length: Temporal.Duration): string;
  /** The zone's name at that instant, which tells summer time: "Central European Standard Time". */
  zoneName(instant: Temporal.Instant, zone?: string): string;
}

/** The two sentences that a zone's name needs, supplied from the catalogue so that nothing is glued in code. */
export interface ZoneSentences {
  readonly zoned: (time: string, zone: string) => string;
  readonly beside: (readers: string, organisers: string) => string;
}

/** Words for times in `language`, for a reader in `readerZone` (an IANA name the runtime knows). */
export function timeWords(language: Language, readerZone: string, sentences: ZoneSentences): TimeWords {
  const style = (name: StyleName, zone = readerZone) => formatter(`${language} ${name} ${zone}`);
  const zoneName = (instant: Temporal.Instant, zone = readerZone) =>
    partOf(style("zone", zone), instant, "timeZoneName");
  const dateTime = (instant: Temporal.Instant, zone = readerZone) =>
    sentences.zoned(style("full", zone).format(instant), zoneName(instant, zone));
  return {
    zoneName,
    dateTime,
    dateTimeBeside(instant, organiserZone) {
      if (sameClock(instant, readerZone, organiserZone)) return dateTime(instant);
      const there = style(sameDay(instant, readerZone, organiserZone) ? "time" : "weekdayTime", organiserZone);
      return sentences.beside(
        dateTime(instant),
        sentences.zoned(there.format(instant), zoneName(instant, organiserZone)),
      );
    },
    briefDateTime: (instant, zone) => style("brief", zone).format(instant),
    dateTimeRange: (start, end, zone) =>
      sentences.zoned(style("full", zone).formatRange(start, end), zoneName(start, zone)),
    timeOfDay: (instant, zone) => style("time", zone).format(instant),
    date: (date) => style("date").format(date),
    briefDate: (date) => style("briefDate").format(date),
    weekdayDate: (date) => style("weekdayDate").format(date),
    weekday: (date) => style("weekday").format(date),
    dateRange: (first, last) => style("date").formatRange(first, last),
    relative: (instant, now) => relative(language, instant, now),
    duration: (length) => new Intl.DurationFormat(formattingLocale(language), { style: "long" }).format(length),
  };
}

const styles = {
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  brief: {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  weekdayTime: { weekday: "long", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  zone: { hour: "2-digit", timeZoneName: "long" },
  date: { day: "numeric", month: "long", year: "numeric" },
  briefDate: { day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "long" },
  weekdayDate: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type StyleName = keyof typeof styles;

const formatter = remembered(500, (key) => {
  const [language, name, zone] = key.split(" ") as [Language, StyleName, string];
  return new Intl.DateTimeFormat(formattingLocale(language), { ...styles[name], timeZone: zone, hourCycle: "h23" });
});

function partOf(format: Intl.DateTimeFormat, instant: Temporal.Instant, type: Intl.DateTimeFormatPartTypes): string {
  return format.formatToParts(instant).find((part) => part.type === type)?.value ?? "";
}

function sameClock(instant: Temporal.Instant, one: string, other: string): boolean {
  return instant.toZonedDateTimeISO(one).offsetNanoseconds === instant.toZonedDateTimeISO(other).offsetNanoseconds;
}

function sameDay(instant: Temporal.Instant, one: string, other: string): boolean {
  return instant.toZonedDateTimeISO(one).toPlainDate().equals(instant.toZonedDateTimeISO(other).toPlainDate());
}

const relativeUnits = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

function relative(language: Language, instant: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = (instant.epochMilliseconds - now.epochMilliseconds) / 1000;
  const format = relativeFormatter(language);
  for (const [unit, length] of relativeUnits) {
    // Under two of a unit the smaller one says more: "in 36 hours" rather than "in 1 day".
    if (Math.abs(seconds) >= 2 * length) return format.format(Math.trunc(seconds / length), unit);
  }
  if (Math.abs(seconds) >= 60) return format.format(Math.sign(seconds), "minute");
  return new Intl.RelativeTimeFormat(formattingLocale(language), { numeric: "auto" }).format(0, "second");
}

const relativeFormatter = remembered(
  10,
  // Never "tomorrow": that depends on a midnight, and so on a zone.
  (language) => new Intl.RelativeTimeFormat(formattingLocale(language as Language), { numeric: "always" }),
);
