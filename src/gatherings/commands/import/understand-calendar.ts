import { createHash } from "node:crypto";
import type { Community } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Result } from "../../../kernel/base/result.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { isTimeZone } from "../../../kernel/base/time.ts";
import {
  calendarTextOf,
  readCalendarText,
  type CalendarEvent,
  type CalendarRefusal,
  type CalendarTime,
} from "../../../kernel/recurrence/calendar-text.ts";
import { readRecurrence, timesFrom, type Recurrence } from "../../../kernel/recurrence/recurrence.ts";
import { zoneOfWindows } from "../../../kernel/recurrence/windows-zones.ts";
import { readSessionTime, startOf, type SessionTime } from "../../model/session.ts";
import { knownMarks } from "../../store/imported/imported.read.ts";
import { lastOfRule, withoutEnd } from "../series/dates-to-come.ts";

/** An event of a calendar that can become a gathering. */
export interface UnderstoodEvent {
  /** Which one of the calendar it is: the same each time the same text is read. */
  readonly key: string;
  /** By which it is known when the same calendar is read another time; empty where the calendar gives it no UID. */
  readonly mark: string;
  readonly title: string;
  readonly purpose: string;
  readonly description: string;
  readonly place: string;
  /** When it is held; of one that recurs, the first date to come. */
  readonly time: SessionTime;
  /** How it recurs; undefined where it does not. */
  readonly rule: string | undefined;
  /** Dates to come that the series leaves out. */
  readonly leftOut: readonly Temporal.PlainDateTime[];
}

/** Why an event becomes no gathering. */
export type NotTakenReason =
  | "no-time"
  | "all-day"
  | "past"
  | "unknown-zone"
  | "skipped"
  | "too-long"
  | "cancelled"
  | "known"
  | "one-of-others"
  | "rule"
  | "too-many";

/** An event that becomes no gathering. */
export interface NotTakenEvent {
  readonly title: string;
  readonly reason: NotTakenReason;
  /** The zone that is not known. */
  readonly zone: string;
}

/** What was understood of a calendar. */
export interface UnderstoodCalendar {
  readonly events: readonly UnderstoodEvent[];
  readonly notTaken: readonly NotTakenEvent[];
  /** The calendar without all that is not taken. */
  readonly shortened: string;
}

/**
 * So many gatherings at most are announced at once, since everyone who follows the community hears of each; and no more rules are reckoned
 * with, since somebody may have written one that costs much.
 */
export const mostImported = 20;

/** An event that says neither its end nor its length is taken to be so long. */
const usualMinutes = 60;

/** So many dates ahead can be left out, as by hand. */
const mostAhead = 60;

interface Around {
  readonly now: Temporal.Instant;
  /** The community's; for times that name none, and for single times in UTC. */
  readonly zone: string;
  /** The marks of those that were taken over before. */
  readonly known: ReadonlySet<string>;
}

/**
 * What a calendar says of gatherings to come, with what the community has taken over of it before; at `now`, in the community's zone.
 * Refuses what reading it refuses.
 */
export async function understandCalendar(
  db: Database,
  { id, zone }: Pick<Community, "id" | "zone">,
  text: string,
  now: Temporal.Instant,
): Promise<Result<UnderstoodCalendar, CalendarRefusal>> {
  const read = readCalendarText(text);
  if (!read.ok) return read;
  const marks = new Set(read.value.flatMap(marksOf));
  return accepted(understandEvents(read.value, { now, zone, known: await knownMarks(db, id, [...marks]) }));
}

/** What the events of a calendar say of gatherings to come. */
export function understandEvents(read: readonly CalendarEvent[], around: Around): UnderstoodCalendar {
  const events: UnderstoodEvent[] = [];
  const notTaken: NotTakenEvent[] = [];
  const taken: CalendarEvent[] = [];
  let recurring = 0;
  for (const [place, event] of read.entries()) {
    if (event.rule !== "") recurring += 1;
    const isOver = events.length >= mostImported || recurring > mostImported;
    const understood = isOver ? "too-many" : understand(event, String(place), around);
    const more = isOver ? [] : furtherDates(event, String(place), around).slice(0, mostImported - events.length - 1);
    if (typeof understood !== "string") events.push(understood);
    events.push(...more);
    if (typeof understood !== "string" || more.length > 0) taken.push(event);
    if (typeof understood === "string" && (more.length === 0 || understood === "known"))
      notTaken.push({ title: event.title, reason: understood, zone: event.start?.zone ?? "" });
  }
  return { events, notTaken, shortened: calendarTextOf(taken) };
}

/** The mark of an event, and those of its further dates. */
function marksOf({ uid, moreDates }: CalendarEvent): readonly string[] {
  return uid === "" ? [] : [markOf(uid), ...moreDates.map((date) => markOf(uid, date.wallClock))];
}

/** What calendars call an event may hold anybody's address, so that its digest is kept. */
function markOf(uid: string, date?: Temporal.PlainDateTime): string {
  if (uid === "") return "";
  return createHash("sha256")
    .update(`${uid}\n${date?.toString() ?? ""}`)
    .digest("base64url");
}

/**
 * The dates that an event has besides its first one and those of its rule (RDATE), each as a gathering of its own, since they follow no
 * rule by which a series could go on. Those that are over are passed over.
 */
function furtherDates(event: CalendarEvent, key: string, around: Around): readonly UnderstoodEvent[] {
  const { start, rule, moreDates } = event;
  if (start === undefined || start.isDay || moreDates.length === 0) return [];
  const zone = zoneOf(start, rule, around.zone);
  if (zone === undefined) return [];
  const first = wallClockIn(start, zone);
  const others = new Set([first, ...event.exceptions.map((one) => wallClockIn(one, zone))].map(String));
  const recurrence = rule === "" ? undefined : readRecurrence(rule, first, zone);
  const length = `PT${lengthOf(event, first, zone)}M`;
  const own = moreDates.flatMap((date, place) => {
    const wallClock = wallClockIn(date, zone);
    if (date.isDay || others.has(wallClock.toString())) return [];
    others.add(wallClock.toString());
    const alone = { ...event, start: { wallClock, zone, isDay: false }, end: undefined, duration: length, rule: "" };
    const mark = markOf(event.uid, date.wallClock);
    if (around.known.has(mark)) return [];
    const understood = understand({ ...alone, uid: "" }, `${key}+${place}`, around);
    return typeof understood === "string" ? [] : [{ ...understood, mark }];
  });
  const near = own.slice(0, mostImported);
  if (recurrence?.ok !== true) return near;
  return near.filter(({ time }) => !isDateOf({ ...recurrence.value, except: [] }, time.start));
}

function isDateOf(recurrence: Recurrence, date: Temporal.PlainDateTime): boolean {
  return timesFrom(recurrence, date, 1)[0]?.equals(date) === true;
}

function understand(event: CalendarEvent, key: string, around: Around): UnderstoodEvent | NotTakenReason {
  const mark = markOf(event.uid);
  if (around.known.has(mark)) return "known";
  if (event.isCancelled) return "cancelled";
  if (event.isOneOfOthers) return "one-of-others";
  if (event.start === undefined) return "no-time";
  if (event.start.isDay) return "all-day";
  const zone = zoneOf(event.start, event.rule, around.zone);
  if (zone === undefined) return "unknown-zone";
  const start = wallClockIn(event.start, zone);
  const lengthMinutes = lengthOf(event, start, zone);
  if (event.rule === "") {
    const time = timeOf(start, zone, lengthMinutes, around.now);
    return typeof time === "string" ? time : { key, mark, ...wordsOf(event), time, rule: undefined, leftOut: [] };
  }
  const recurrence = readRecurrence(event.rule, start, zone);
  if (!recurrence.ok) return "rule";
  const except = event.exceptions.map((one) => wallClockIn(one, zone));
  const next = nextDate({ ...recurrence.value, except }, zone, around.now);
  if (next === undefined) return "past";
  const time = timeOf(next, zone, lengthMinutes, around.now);
  if (typeof time === "string") return time;
  return { key, mark, ...wordsOf(event), time, ...seriesFrom(recurrence.value, next, except) };
}

/** The zone in which an event is held. */
function zoneOf({ zone }: CalendarTime, rule: string, ofCommunity: string): string | undefined {
  return zone === undefined || (zone === "UTC" && rule === "") ? ofCommunity : knownZone(zone);
}

/** By its name or the one that Windows gives it; a path in front of a name that is known, as some programs write it, does no harm. */
function knownZone(named: string): string | undefined {
  const ofWindows = zoneOfWindows(named);
  if (ofWindows !== undefined) return ofWindows;
  const parts = named.split("/").slice(-3);
  const names = [named, ...parts.map((_part, place) => parts.slice(place).join("/"))];
  return names.find((name) => /^UTC$|.\/./.test(name) && isTimeZone(name));
}

/** What the clocks of a zone show then; a time whose own zone is not known is taken to be meant there. */
function wallClockIn(time: CalendarTime, zone: string): Temporal.PlainDateTime {
  const own = time.zone === undefined ? undefined : knownZone(time.zone);
  if (own === undefined || own === zone) return time.wallClock;
  return time.wallClock.toZonedDateTime(own).withTimeZone(zone).toPlainDateTime();
}

function lengthOf({ end, duration }: CalendarEvent, start: Temporal.PlainDateTime, zone: string): number {
  const from = startOf({ start, zone, lengthMinutes: 0 });
  if (end !== undefined && !end.isDay) {
    const to = startOf({ start: wallClockIn(end, zone), zone, lengthMinutes: 0 });
    return Math.round(from.until(to).total("minutes"));
  }
  try {
    return duration === ""
      ? usualMinutes
      : Temporal.Duration.from(duration).total({ unit: "minutes", relativeTo: start });
  } catch {
    return usualMinutes;
  }
}

function timeOf(
  start: Temporal.PlainDateTime,
  zone: string,
  lengthMinutes: number,
  now: Temporal.Instant,
): SessionTime | NotTakenReason {
  const time = readSessionTime(start.toString({ smallestUnit: "second" }).replace(/:\d\d$/, ""), zone, lengthMinutes);
  if (!time.ok) return time.refusal.kind === "length-out-of-range" ? "too-long" : "skipped";
  return Temporal.Instant.compare(startOf(time.value), now) > 0 ? time.value : "past";
}

function nextDate(recurrence: Recurrence, zone: string, now: Temporal.Instant): Temporal.PlainDateTime | undefined {
  const since = now.toZonedDateTimeISO(zone).toPlainDateTime();
  const from = Temporal.PlainDateTime.compare(since, recurrence.start) > 0 ? since : recurrence.start;
  return timesFrom(recurrence, from, 2).find(
    (start) => Temporal.Instant.compare(startOf({ start, zone, lengthMinutes: 0 }), now) > 0,
  );
}

/** The rule from the first date to come on: one that counts its dates would count anew, so it ends with the day of its last one. */
function seriesFrom(
  { rule, start }: Recurrence,
  next: Temporal.PlainDateTime,
  except: readonly Temporal.PlainDateTime[],
) {
  const last = lastOfRule({ rule, start });
  const end = last === undefined ? "" : `;UNTIL=${last.toPlainDate().toString().replaceAll("-", "")}`;
  const ahead = new Set(timesFrom({ rule, start, except: [] }, next, mostAhead).map(String));
  const named = new Map(except.map((date) => [date.toString(), date]));
  const leftOut = [...named.values()].filter((date) => ahead.has(date.toString()) && !date.equals(next));
  return { rule: `${withoutEnd(rule)}${end}`, leftOut };
}

const longest = { title: 120, purpose: 280, description: 20_000, place: 500 } as const;

/** The first paragraph is the purpose, as far as it is short; all of a longer description stays below it. */
function wordsOf({ title, description, place }: CalendarEvent) {
  const named = cut(title.replace(/\s+/g, " "), longest.title) || cut(firstLine(description), longest.title) || "…";
  const purpose = cut(firstLine(description), longest.purpose) || named;
  return {
    title: named,
    purpose,
    description: description === purpose ? "" : cut(description, longest.description),
    place: cut(place.replace(/\s+/g, " "), longest.place),
  };
}

function firstLine(text: string): string {
  return (text.split("\n").find((line) => line.trim() !== "") ?? "").trim();
}

/** At most so many characters, without half of one at the end. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, "")
        .trimEnd()}…`;
}
