import { accepted, refused } from "../../kernel/base/result.ts";
import type { Result } from "../../kernel/base/result.ts";
import { isTimeZone } from "../../kernel/base/time.ts";
import type { SessionId } from "./gathering.ts";

/**
 * When something is held, as people agreed on it: a wall-clock time, the IANA zone it is meant in, and a length in minutes.
 *
 * Both are kept and the instant is derived, since the rules of zones change after a date is agreed.
 */
export interface SessionTime {
  readonly start: Temporal.PlainDateTime;
  readonly zone: string;
  readonly lengthMinutes: number;
}

/** A chosen time of a gathering. */
export interface Session {
  readonly id: SessionId;
  readonly time: SessionTime;
}

/** How often a wall-clock time occurs on its day: a clock change skips some times and repeats others. */
export type Occurrence = "once" | "skipped" | "repeated";

/** Why a time cannot be taken as typed. */
export type SessionTimeRefusal =
  | { readonly kind: "unreadable-time"; readonly start: string }
  | { readonly kind: "unknown-time-zone"; readonly zone: string }
  | { readonly kind: "length-out-of-range"; readonly least: number; readonly most: number }
  | { readonly kind: "time-skipped-by-clock-change"; readonly start: string; readonly zone: string };

/** Why these sessions cannot be those of one gathering. */
export type SessionsRefusal =
  | { readonly kind: "no-session" }
  | { readonly kind: "too-many-sessions"; readonly most: number }
  | { readonly kind: "sessions-overlap" };

/** The most sessions a gathering may have. */
export const mostSessions = 3;

/** The shortest and the longest session, in minutes. */
export const sessionMinutes = { least: 5, most: 24 * 60 } as const;

/**
 * Reads a session's time as typed: `start` like `2027-02-11T15:00`, an IANA zone, a length in minutes.
 *
 * Refuses `unreadable-time`, `unknown-time-zone`, `length-out-of-range`, and `time-skipped-by-clock-change` for a time that
 * no clock of the zone will show, such as 2:30 in Rome on 28 March 2027.
 */
export function readSessionTime(
  start: string,
  zone: string,
  lengthMinutes: number,
): Result<SessionTime, SessionTimeRefusal> {
  const { least, most } = sessionMinutes;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$/.test(start)) return refused({ kind: "unreadable-time", start });
  if (!isTimeZone(zone)) return refused({ kind: "unknown-time-zone", zone });
  if (!Number.isInteger(lengthMinutes) || lengthMinutes < least || lengthMinutes > most) {
    return refused({ kind: "length-out-of-range", least, most });
  }
  const plainStart = plainDateTimeOrNull(start);
  if (plainStart === null) return refused({ kind: "unreadable-time", start });
  const time = { start: plainStart, zone, lengthMinutes };
  if (occurrenceOf(time) === "skipped") return refused({ kind: "time-skipped-by-clock-change", start, zone });
  return accepted(time);
}

/**
 * The instant at which a session starts.
 *
 * A repeated wall-clock time means its first occurrence; a skipped one is read with the offset from before the change, so that
 * 2:30 becomes 3:30. Source: RFC 5545, section 3.3.5, form 3, https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5; calendars
 * that read our `.ics` therefore agree with us.
 */
export function startOf(time: SessionTime): Temporal.Instant {
  return time.start.toZonedDateTime(time.zone, { disambiguation: "compatible" }).toInstant();
}

/** The instant at which a session ends, itself excluded; the length is elapsed time, also across a clock change. */
export function endOf(time: SessionTime): Temporal.Instant {
  return startOf(time).add({ minutes: time.lengthMinutes });
}

/** The start as clocks show it in a reader's zone; 15:00 in London in winter is 04:00 the next day in Auckland. */
export function startInZone(time: SessionTime, zone: string): Temporal.ZonedDateTime {
  return startOf(time).toZonedDateTimeISO(zone);
}

/** Whether the wall-clock start occurs once, never or twice; 2:30 in Rome on 31 October 2027 is `repeated`. */
export function occurrenceOf(time: SessionTime): Occurrence {
  const earlier = time.start.toZonedDateTime(time.zone, { disambiguation: "earlier" });
  const later = time.start.toZonedDateTime(time.zone, { disambiguation: "later" });
  if (earlier.equals(later)) return "once";
  return earlier.toPlainDateTime().equals(time.start) ? "repeated" : "skipped";
}

/** Orders times by their start, then by length; for `sort`. */
export function compareTimes(one: SessionTime, other: SessionTime): number {
  return Temporal.Instant.compare(startOf(one), startOf(other)) || one.lengthMinutes - other.lengthMinutes;
}

/**
 * The sessions of one gathering in order of time.
 *
 * Refuses `no-session`, `too-many-sessions` (more than three) and `sessions-overlap`; a session may start when another ends.
 */
export function sessionsInOrder(sessions: readonly Session[]): Result<readonly Session[], SessionsRefusal> {
  if (sessions.length === 0) return refused({ kind: "no-session" });
  if (sessions.length > mostSessions) return refused({ kind: "too-many-sessions", most: mostSessions });
  const inOrder = sessions.toSorted((one, other) => compareTimes(one.time, other.time));
  const overlap = inOrder.some((session, place) => {
    const next = inOrder[place + 1];
    return next !== undefined && Temporal.Instant.compare(endOf(session.time), startOf(next.time)) > 0;
  });
  return overlap ? refused({ kind: "sessions-overlap" }) : accepted(inOrder);
}

function plainDateTimeOrNull(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}
