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
  const told = (name: StyleName, instant: Temporal.Instant, zone = readerZone) =>
    toldOf(`${language} ${name} ${zone}`, instant);
  const day = (name: StyleName, date: Temporal.PlainDate) =>
    toldDay(`${language} ${name} ${readerZone} ${date.toString()}`);
  const zoneName = (instant: Temporal.Instant, zone = readerZone) => told("zone", instant, zone);
  const dateTime = (instant: Temporal.Instant, zone = readerZone) =>
    sentences.zoned(told("full", instant, zone), zoneName(instant, zone));
  return {
    zoneName,
    dateTime,
    dateTimeBeside(instant, organiserZone) {
      if (sameClock(instant, readerZone, organiserZone)) return dateTime(instant);
      const there = told(sameDay(instant, readerZone, organiserZone) ? "time" : "weekdayTime", instant, organiserZone);
      return sentences.beside(dateTime(instant), sentences.zoned(there, zoneName(instant, organiserZone)));
    },
    briefDateTime: (instant, zone) => told("brief", instant, zone),
    dateTimeRange: (start, end, zone) =>
      sentences.zoned(style("full", zone).formatRange(start, end), zoneName(start, zone)),
    timeOfDay: (instant, zone) => told("time", instant, zone),
    date: (date) => day("date", date),
    briefDate: (date) => day("briefDate", date),
    weekdayDate: (date) => day("weekdayDate", date),
    weekday: (date) => day("weekday", date),
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

/** From then on the offset of every zone is in whole minutes (the last was Liberia's, until 7 January 1972; IANA, file `africa`). */
const wholeMinutesSince = Temporal.Instant.from("1972-01-08T00:00:00Z").epochMilliseconds;

/** An instant in the words of one formatter. No style tells of seconds, so that a minute is told as it was told before. */
function toldOf(key: string, instant: Temporal.Instant): string {
  const { epochMilliseconds } = instant;
  if (epochMilliseconds < wholeMinutesSince) return tell(key, instant);
  return toldMinute(`${key} ${Math.floor(epochMilliseconds / 60_000)}`);
}

/** Pages tell the same few times to everybody who reads them; telling one anew costs more than the rest of its line. */
const toldMinute = remembered(5_000, (key) => {
  const end = key.lastIndexOf(" ");
  return tell(key.slice(0, end), Temporal.Instant.fromEpochMilliseconds(Number(key.slice(end + 1)) * 60_000));
});

/** Days likewise; a day is the same in every zone, but formatters have one. */
const toldDay = remembered(2_000, (key) => {
  const end = key.lastIndexOf(" ");
  return formatter(key.slice(0, end)).format(Temporal.PlainDate.from(key.slice(end + 1)));
});

function tell(key: string, instant: Temporal.Instant): string {
  const format = formatter(key);
  if (key.split(" ")[1] !== "zone") return format.format(instant);
  return format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
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
