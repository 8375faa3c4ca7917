import type { GatheringId, SessionId } from "./gathering.ts";
import type { SessionTime } from "./session.ts";

/** What a calendar shows of a gathering, the same for each of its sessions. */
export interface CalendarText {
  readonly title: string;
  readonly purpose: string;
  /** The place in words or a link; empty while unknown. */
  readonly place: string;
}

/** A session as calendars know it. */
export interface CalendarSession {
  readonly id: SessionId;
  readonly gatheringId: GatheringId;
  readonly time: SessionTime;
  readonly sequence: number;
  readonly cancelledAt: Temporal.Instant | undefined;
}

/** One entry of a calendar, as plain data for whoever writes the `.ics`. */
export interface CalendarEntry extends CalendarText {
  /** The same for ever for this session (RFC 5545, section 3.8.4.7). */
  readonly uid: string;
  /** Grows with each change that a calendar shows (RFC 5545, section 3.8.7.4). */
  readonly sequence: number;
  /** Cancelled entries stay, so that calendars that know them drop them (RFC 5545, section 3.8.1.11). */
  readonly status: "confirmed" | "cancelled";
  /** Its `start` and `zone` become DTSTART with TZID, so that a calendar follows later changes of the zone's rules. */
  readonly time: SessionTime;
}

/**
 * The calendar's entry of one session.
 *
 * Its uid is made of ids alone, without the server's host, as RFC 7986 asks (section 5.3,
 * https://www.rfc-editor.org/rfc/rfc7986#section-5.3): it stays when times, texts and addresses change.
 */
export function calendarEntry(text: CalendarText, session: CalendarSession): CalendarEntry {
  return {
    uid: `${session.gatheringId}-${session.id}`,
    sequence: session.sequence,
    status: session.cancelledAt === undefined ? "confirmed" : "cancelled",
    time: session.time,
    title: text.title,
    purpose: text.purpose,
    place: text.place,
  };
}

/**
 * Whether calendars show the two differently, so that the sequence of every session must grow.
 *
 * RFC 5546, section 2.1.4 (https://www.rfc-editor.org/rfc/rfc5546#section-2.1.4) asks for a new sequence when times or status
 * change, and leaves the rest to the organiser: we count every change shown, since calendars drop an update whose sequence
 * has not grown.
 */
export function calendarsDiffer(before: CalendarText, after: CalendarText): boolean {
  return before.title !== after.title || before.purpose !== after.purpose || before.place !== after.place;
}
