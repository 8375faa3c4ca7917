import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from "ical-generator";
import { calendarEntry, type CalendarEntry } from "../../model/calendar.ts";
import { endOf, startOf, type SessionTime } from "../../model/session.ts";
import { zoneChanges, type ZoneChange } from "../../model/zone-rules.ts";
import type { SeriesLine } from "../../store/series/series-lines.read.ts";
import type { CalendarLine } from "../../store/calendars.read.ts";
import { seriesEntries, seriesEvent } from "./ics-series.ts";

/** What a calendar is called and of whom it is. */
export interface CalendarHead {
  readonly name: string;
  /** Where the server is found. */
  readonly origin: URL;
}

/** One session in a calendar. */
export interface CalendarItem extends CalendarLine {
  /** The owner of the calendar may come, or waits for a place. */
  readonly isTentative?: boolean;
}

/**
 * A calendar file (RFC 5545): each session with its stable uid and its sequence, in the zone it is meant in, whose changes of clocks
 * come with it, so that programs which do not know the zone read the same instants. The dates of a series that are not announced yet are one
 * event that recurs, and may still change.
 */
export function calendarFile(
  { name, origin }: CalendarHead,
  items: readonly CalendarItem[],
  series: readonly SeriesLine[] = [],
): string {
  const entries = items.map((item) => ({ item, entry: calendarEntry(item.text, item.session) }));
  const recurring = seriesEntries(series);
  const times = [...entries.map(({ entry }) => entry.time), ...recurring.flatMap((one) => [one.time, one.last])];
  const calendar = ical({
    name,
    prodId: { company: "Koinon", product: origin.host },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => timeZoneComponent(zone, times) },
  });
  for (const { item, entry } of entries) calendar.createEvent(eventData(item, entry, origin));
  for (const one of recurring) calendar.createEvent(seriesEvent(one, origin));
  return calendar.toString();
}

function eventData(item: CalendarItem, entry: CalendarEntry, origin: URL): ICalEventData {
  const url = new URL(`/gatherings/${item.session.gatheringId}`, origin).href;
  const revised =
    Temporal.Instant.compare(item.text.changedAt, item.session.setAt) > 0 ? item.text.changedAt : item.session.setAt;
  return {
    id: entry.uid,
    sequence: entry.sequence,
    status: statusOf(item, entry),
    start: startOf(entry.time),
    end: endOf(entry.time),
    timezone: tellsItsTimes(entry.time) ? entry.time.zone : null,
    summary: entry.title,
    description: `${entry.purpose}\n\n${url}`,
    location: entry.place === "" ? null : { title: entry.place },
    url,
    stamp: revised,
    created: item.session.setAt,
    lastModified: revised,
  };
}

function statusOf({ isTentative = false }: CalendarItem, { status }: CalendarEntry): ICalEventStatus {
  if (status === "cancelled") return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/**
 * Whether wall-clock times name the start and the end: an end in the second run of an hour that the clocks repeat would be read as
 * the first (RFC 5545, section 3.3.5), so such a session is told in UTC.
 */
function tellsItsTimes(time: SessionTime): boolean {
  const end = endOf(time).toZonedDateTimeISO(time.zone);
  return end.toPlainDateTime().toZonedDateTime(time.zone).equals(end);
}

/** The VTIMEZONE of a zone (RFC 5545, section 3.6.5), with every change of clocks spelled out for the times in the file. */
function timeZoneComponent(zone: string, all: readonly SessionTime[]): string {
  const times = all.filter((time) => time.zone === zone);
  const starts = times.map(startOf).toSorted(Temporal.Instant.compare);
  const ends = times.map(endOf).toSorted(Temporal.Instant.compare);
  const [first] = starts;
  const last = ends.at(-1);
  if (first === undefined || last === undefined) return "";
  const changes = zoneChanges(zone, first, last).flatMap(observance);
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...changes, "END:VTIMEZONE"].join("\r\n");
}

function observance({ at, fromSeconds, toSeconds }: ZoneChange): readonly string[] {
  const kind = toSeconds > fromSeconds ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${at.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}`,
    `TZOFFSETFROM:${offsetText(fromSeconds)}`,
    `TZOFFSETTO:${offsetText(toSeconds)}`,
    `END:${kind}`,
  ];
}

/** `offsetText(-12_600)` is `-0330`. */
function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const digits = (number: number) => String(number).padStart(2, "0");
  return `${seconds < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}`;
}
