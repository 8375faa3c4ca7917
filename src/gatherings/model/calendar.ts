import type { SessionTime } from "./session.ts";

/** Whether a calendar shows an entry as agreed or as called off (RFC 5545, section 3.8.1.11). */
export type CalendarStatus = "confirmed" | "cancelled";

/** One entry of a calendar: one session of a gathering, as plain data for whoever writes the `.ics`. */
export interface CalendarEntry {
  /** The same for ever for this session (RFC 5545, section 3.8.4.7). */
  readonly uid: string;
  /** Grows with each change that a calendar shows (RFC 5545, section 3.8.7.4). */
  readonly sequence: number;
  readonly status: CalendarStatus;
  /** Its `start` and `zone` become DTSTART with TZID, so that a calendar follows later changes of the zone's rules. */
  readonly time: SessionTime;
  readonly title: string;
  readonly description: string;
  /** The place in words, or null when it is online or not known. */
  readonly place: string | null;
  /** The gathering's page. */
  readonly url: string;
}
