import { RRuleTemporal } from "rrule-temporal";
import { accepted, refused, type Result } from "../base/result.ts";

/** Why a rule cannot be taken. `unreadable-recurrence` is no RRULE, or has parts that no meeting has; `never-recurs` has no date. */
export type RecurrenceRefusal = { readonly kind: "unreadable-recurrence" } | { readonly kind: "never-recurs" };

/** How something recurs: a rule of RFC 5545, as wall-clock times of one zone. */
export interface Recurrence {
  /** The value of an RRULE, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH`; an UNTIL in it is wall-clock time, without a zone. */
  readonly rule: string;
  /** The first time, which is one of those the rule gives. */
  readonly start: Temporal.PlainDateTime;
  /** Times that the rule gives and that are left out. */
  readonly except: readonly Temporal.PlainDateTime[];
}

/** Parts of a rule that make sense for people who meet; times within a day come from the start. */
const partsOfMeetings = new Set([
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYMONTH",
  "BYSETPOS",
  "WKST",
]);
const frequencies = /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/;

/** So many days or weeks or months without a date end the search; a leap day every 400 years is found, 31 February never. */
const MOST_PERIODS = 1200;

/** A rule is refused before it is read when it is longer. */
const LONGEST_RULE = 200;

/**
 * Reads the value of an RRULE (RFC 5545, section 3.3.10, https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10), with or without its
 * name. An UNTIL in UTC is turned into the wall-clock time of `zone`, since the same wall-clock time is what is agreed on; an UNTIL
 * without a time takes in its whole day.
 *
 * Refuses `unreadable-recurrence` and `never-recurs`.
 */
export function readRecurrence(
  typed: string,
  start: Temporal.PlainDateTime,
  zone: string,
): Result<Recurrence, RecurrenceRefusal> {
  const parts = partsOf(typed, zone);
  if (parts === undefined) return refused({ kind: "unreadable-recurrence" });
  const rule = [...parts].map(([name, value]) => `${name}=${value}`).join(";");
  const recurrence = { rule, start, except: [] };
  try {
    const [first] = timesFrom(recurrence, start, 1);
    if (first === undefined) return refused({ kind: "never-recurs" });
    // A start that the rule does not give is moved to the first time it gives, so that both say the same.
    return accepted({ ...recurrence, start: first });
  } catch (cause) {
    return refused({ kind: isExhausted(cause) ? "never-recurs" : "unreadable-recurrence" });
  }
}

/** The first times at or after `from`, at most `most` of them, without those left out. */
export function timesFrom(
  recurrence: Recurrence,
  from: Temporal.PlainDateTime,
  most: number,
): readonly Temporal.PlainDateTime[] {
  const rule = opened(recurrence);
  const left = new Set(recurrence.except.map(String));
  const times: Temporal.PlainDateTime[] = [];
  // Counted, too, so that a rule of which everything is left out ends.
  let next = nextOf(rule, asUtc(from), true);
  for (let tried = 0; next !== null && times.length < most && tried < most + left.size; tried += 1) {
    const time = next.toPlainDateTime();
    if (!left.has(time.toString())) times.push(time);
    next = nextOf(rule, next, false);
  }
  return times;
}

/** Wall-clock times are reckoned with as if they were UTC, which skips and repeats none; what a zone's clocks do comes afterwards. */
function opened({ rule, start }: Recurrence): RRuleTemporal {
  return new RRuleTemporal({ rruleString: rule, dtstart: asUtc(start), maxIterations: MOST_PERIODS });
}

function nextOf(
  rule: RRuleTemporal,
  after: Temporal.ZonedDateTime,
  isIncluded: boolean,
): Temporal.ZonedDateTime | null {
  try {
    return rule.next(after, isIncluded);
  } catch (cause) {
    if (isExhausted(cause) || isBeyondCalendars(cause)) return null;
    throw cause;
  }
}

function isExhausted(cause: unknown): boolean {
  return cause instanceof Error && /exceeded/.test(cause.message);
}

/** A date beyond the year 275760, which no calendar of the runtime has. */
function isBeyondCalendars(cause: unknown): boolean {
  return cause instanceof RangeError && /limits|range/i.test(cause.message);
}

function asUtc(time: Temporal.PlainDateTime): Temporal.ZonedDateTime {
  return time.toZonedDateTime("UTC");
}

function partsOf(typed: string, zone: string): ReadonlyMap<string, string> | undefined {
  const value = typed
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");
  if (value.length > LONGEST_RULE) return undefined;
  const parts = new Map<string, string>();
  for (const part of value.split(";")) {
    const [, name = "", said = ""] = /^([A-Z]+)=([-+\w,]+)$/.exec(part) ?? [];
    if (!partsOfMeetings.has(name) || parts.has(name)) return undefined;
    const read = name === "UNTIL" ? wallClockUntil(said, zone) : said;
    if (read === undefined) return undefined;
    parts.set(name, read);
  }
  if (!frequencies.test(parts.get("FREQ") ?? "") || (parts.has("COUNT") && parts.has("UNTIL"))) return undefined;
  return parts;
}

/** `wallClockUntil("20270401T220000Z", "Europe/Rome")` is `20270402T000000Z`: the time of the zone, reckoned with as if it were UTC. */
function wallClockUntil(said: string, zone: string): string | undefined {
  const [, day = "", time = "T235959", isUtc] = /^(\d{8})(T\d{6})?(Z)?$/.exec(said) ?? [];
  try {
    const wallClock =
      isUtc === undefined
        ? Temporal.PlainDateTime.from(`${day}${time}`)
        : Temporal.Instant.from(`${day}${time}Z`).toZonedDateTimeISO(zone).toPlainDateTime();
    return `${wallClock.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}Z`;
  } catch {
    return undefined;
  }
}
