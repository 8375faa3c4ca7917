import type { QuietHours } from "./contact.ts";

/**
 * When the quiet hours end in which `now` lies; undefined outside of them.
 *
 * Hours are wall-clock times, also where clocks change: what is due in an hour that a clock skips comes right after it, and in an hour
 * that a clock repeats the quiet lasts until its time has come for the second time. With quiet from 22:00 until 07:00 in Rome,
 * `quietUntil({ from: "22:00", until: "07:00" }, "Europe/Rome", …)` at 2027-02-01T22:00Z (23:00 there) is 2027-02-02T06:00Z.
 */
export function quietUntil(hours: QuietHours, zone: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const here = now.toZonedDateTimeISO(zone);
  const until = Temporal.PlainTime.from(hours.until);
  if (!isWithin(here.toPlainTime(), Temporal.PlainTime.from(hours.from), until)) return undefined;
  const today = here.toPlainDate();
  const ends = [
    today.toPlainDateTime(until).toZonedDateTime(zone),
    today.toPlainDateTime(until).toZonedDateTime(zone, { disambiguation: "later" }),
    today.add({ days: 1 }).toPlainDateTime(until).toZonedDateTime(zone),
  ];
  return ends.map((end) => end.toInstant()).find((end) => Temporal.Instant.compare(end, now) > 0);
}

/** Start included, end excluded; from a later to an earlier time it runs over midnight, and from a time to itself it is nothing. */
function isWithin(time: Temporal.PlainTime, from: Temporal.PlainTime, until: Temporal.PlainTime): boolean {
  const isAfterFrom = Temporal.PlainTime.compare(time, from) >= 0;
  const isBeforeUntil = Temporal.PlainTime.compare(time, until) < 0;
  return Temporal.PlainTime.compare(from, until) <= 0 ? isAfterFrom && isBeforeUntil : isAfterFrom || isBeforeUntil;
}
