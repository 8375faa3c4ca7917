import { accepted, refused, type Result } from "../base/result.ts";

/** A time as a calendar tells it. */
export interface CalendarTime {
  readonly wallClock: Temporal.PlainDateTime;
  /** As the calendar names it, `UTC` for a time in UTC; undefined for one that is meant wherever the reader is. */
  readonly zone: string | undefined;
  /** A whole day, without an hour. */
  readonly isDay: boolean;
}

/** One event of a calendar, as far as gatherings need it. */
export interface CalendarEvent {
  /** By which calendars know it again (RFC 5545, section 3.8.4.7); empty where it has none. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly start: CalendarTime | undefined;
  readonly end: CalendarTime | undefined;
  /** How long it is, where that is said instead of an end: `PT1H30M`. */
  readonly duration: string;
  /** The value of its RRULE; empty where it does not recur. */
  readonly rule: string;
  /** Dates of the rule that are left out. */
  readonly exceptions: readonly CalendarTime[];
  /** Dates besides the first one and those of the rule. */
  readonly moreDates: readonly CalendarTime[];
  /** It stands for one date of another event, which recurs. */
  readonly isOneOfOthers: boolean;
  readonly isCancelled: boolean;
  /** The lines from which this was read, without those that were passed over; see {@link calendarTextOf}. */
  readonly lines: readonly string[];
}

/** Why a text is not read as a calendar. */
export type CalendarRefusal =
  | { readonly kind: "calendar-too-long"; readonly most: number }
  | { readonly kind: "calendar-too-many-events"; readonly most: number }
  | { readonly kind: "calendar-garbled" }
  | { readonly kind: "not-a-calendar" };

/** What is not read at all. A text that is longer is refused before anything of it is looked at. */
export const calendarBounds = { characters: 1024 * 1024, events: 2_000, depth: 8, exceptions: 200 } as const;

/** What is longer, such as a description into which somebody pasted a picture, is cut when a calendar is written anew. */
const longestLine = 24 * 1024;

/**
 * Reads the events of an iCalendar text (RFC 5545, section 3.1, https://www.rfc-editor.org/rfc/rfc5545#section-3.1), in one pass whose work
 * grows with its length alone. What it does not know it passes over; an event of which something cannot be read has that left empty.
 *
 * Refuses `calendar-too-long`, `calendar-garbled` for text of a wrong encoding, `calendar-too-many-events`, and `not-a-calendar`.
 */
export function readCalendarText(text: string): Result<readonly CalendarEvent[], CalendarRefusal> {
  const { characters, events: most, depth } = calendarBounds;
  if (text.length > characters) return refused({ kind: "calendar-too-long", most: characters });
  if (!text.isWellFormed() || text.includes("\ufffd")) return refused({ kind: "calendar-garbled" });
  const within: string[] = [];
  const events: Property[][] = [];
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const property = propertyIn(line);
    if (property === undefined) continue;
    const part = property.value.trim().toUpperCase();
    if (property.name === "BEGIN") {
      within.push(part);
      if (within[0] !== "VCALENDAR" || within.length > depth) return refused({ kind: "not-a-calendar" });
      if (within.length === 2 && part === "VEVENT") events.push([]);
      if (events.length > most) return refused({ kind: "calendar-too-many-events", most });
    } else if (property.name === "END") {
      if (within.pop() !== part) return refused({ kind: "not-a-calendar" });
    } else if (within.length === 2 && within[1] === "VEVENT") {
      events.at(-1)?.push(property);
    }
  }
  if (events.length === 0 || within.length > 0) return refused({ kind: "not-a-calendar" });
  return accepted(events.map(eventOf));
}

/** A calendar of these events alone, with what was read of them: shorter than the one they came from, and read as the same. */
export function calendarTextOf(events: readonly CalendarEvent[]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event.lines, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\n");
}

interface Property {
  /** As it is written, without folds. */
  readonly line: string;
  readonly name: string;
  readonly zone: string | undefined;
  readonly value: string;
}

/** A line is a name, parameters and, after the first colon that is in no quotes, a value. */
function propertyIn(line: string): Property | undefined {
  let isQuoted = false;
  let colon = 0;
  for (; colon < line.length; colon += 1) {
    if (line[colon] === '"') isQuoted = !isQuoted;
    else if (line[colon] === ":" && !isQuoted) break;
  }
  if (colon === line.length) return undefined;
  const [name = "", ...parameters] = line.slice(0, colon).split(";");
  const zone = parameters.find((one) => one.toUpperCase().startsWith("TZID="))?.slice("TZID=".length);
  return { line, name: name.trim().toUpperCase(), zone: zone?.replaceAll('"', ""), value: line.slice(colon + 1) };
}

const read: ReadonlySet<string> = new Set(
  "UID SUMMARY DESCRIPTION LOCATION DTSTART DTEND DURATION RRULE EXDATE RDATE RECURRENCE-ID STATUS".split(" "),
);

function eventOf(properties: readonly Property[]): CalendarEvent {
  const first = (name: string) => properties.find((one) => one.name === name);
  const text = (name: string) => plain(first(name)?.value ?? "");
  const time = (name: string) => timesIn(first(name))[0];
  const times = (name: string) =>
    properties
      .filter((one) => one.name === name)
      .flatMap(timesIn)
      .slice(0, calendarBounds.exceptions);
  return {
    uid: first("UID")?.value.trim() ?? "",
    title: text("SUMMARY"),
    description: text("DESCRIPTION"),
    place: text("LOCATION"),
    start: time("DTSTART"),
    end: time("DTEND"),
    duration: first("DURATION")?.value.trim() ?? "",
    rule: first("RRULE")?.value.trim() ?? "",
    exceptions: times("EXDATE"),
    moreDates: times("RDATE"),
    isOneOfOthers: first("RECURRENCE-ID") !== undefined,
    isCancelled: first("STATUS")?.value.trim().toUpperCase() === "CANCELLED",
    lines: properties.filter(({ name }) => read.has(name)).map(({ line }) => line.slice(0, longestLine).toWellFormed()),
  };
}

/** `plain("One\\, two\\nthree")` is "One, two" and "three" on a line of its own. */
function plain(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign)).trim();
}

function timesIn(property: Property | undefined): readonly CalendarTime[] {
  if (property === undefined) return [];
  return property.value
    .split(",", calendarBounds.exceptions)
    .flatMap((value) => timeOf(value.trim(), property.zone) ?? []);
}

/** Of a period, where it begins (RFC 5545, section 3.3.9). */
function timeOf(value: string, zone: string | undefined): CalendarTime | undefined {
  const [, day, time, isUtc] = /^(\d{8})(T\d{6})?(Z)?(?:\/|$)/.exec(value) ?? [];
  if (day === undefined) return undefined;
  try {
    const wallClock = Temporal.PlainDateTime.from(`${day}${time ?? "T000000"}`, { overflow: "reject" });
    return { wallClock, zone: isUtc === undefined ? zone : "UTC", isDay: time === undefined };
  } catch {
    return undefined;
  }
}
