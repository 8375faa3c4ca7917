import { endOf, startInZone } from "./session.ts";
import type { SessionTime } from "./session.ts";

/** How many people live by the clocks of one zone. */
export interface ZoneGroup {
  readonly zone: string;
  readonly people: number;
}

/** How a session lies in somebody's day. */
export type Shade = "day" | "partly-night" | "night";

/** The hours in which people can be asked to meet: from 7 in the morning until 11 at night, that hour excluded. */
const wakingHours = { from: 7, until: 23 } as const;

const minutesOfDay = 24 * 60;
const wakingFrom = wakingHours.from * 60;
const wakingUntil = wakingHours.until * 60;

/** Whether a local hour, 0 to 23, is night; 6 and 23 are, 7 and 22 are not. */
export function isNightHour(hour: number): boolean {
  return hour < wakingHours.from || hour >= wakingHours.until;
}

/** How many minutes of a session are night for people in a zone; 22:30 to 23:30 on their clocks is 30. */
export function nightMinutes(time: SessionTime, zone: string): number {
  const start = startInZone(time, zone);
  const end = endOf(time).toZonedDateTimeISO(zone);
  if (start.offsetNanoseconds === end.offsetNanoseconds) {
    const from = minuteOfDay(start);
    return time.lengthMinutes - (wakingMinutesUntil(from + time.lengthMinutes) - wakingMinutesUntil(from));
  }
  // The clocks change while the session runs: rare enough to look at every minute.
  const minutes = Array.from({ length: time.lengthMinutes }, (_, minute) => start.add({ minutes: minute }));
  return minutes.filter((minute) => isNightHour(minute.hour)).length;
}

/** How a session is shaded on the grid of a reader in a zone. */
export function shadeOf(time: SessionTime, zone: string): Shade {
  const night = nightMinutes(time, zone);
  if (night === 0) return "day";
  return night === time.lengthMinutes ? "night" : "partly-night";
}

/** Minutes in a zone from waking to a session's start or from its end to the night, whichever is less; at least 0. */
export function minutesFromNight(time: SessionTime, zone: string): number {
  const from = minuteOfDay(startInZone(time, zone));
  return Math.max(0, Math.min(from - wakingFrom, wakingUntil - from - time.lengthMinutes));
}

function minuteOfDay(local: Temporal.ZonedDateTime): number {
  return local.hour * 60 + local.minute;
}

/** The waking minutes between a midnight and so many minutes after it. */
function wakingMinutesUntil(minutes: number): number {
  const days = Math.floor(minutes / minutesOfDay);
  const rest = minutes % minutesOfDay;
  const perDay = wakingUntil - wakingFrom;
  return days * perDay + Math.min(Math.max(rest - wakingFrom, 0), perDay);
}
