import { ICalEventStatus, type ICalEventData } from "ical-generator";
import { datesToCome, type DatesToCome } from "../../commands/series/dates-to-come.ts";
import { endOf, startOf, type SessionTime } from "../../model/session.ts";
import type { SeriesLine } from "../../store/series/series-lines.read.ts";

/** The dates of a series that are not announced yet, as one event of a calendar. */
export interface SeriesEntry {
  readonly line: SeriesLine;
  readonly dates: DatesToCome;
  readonly time: SessionTime;
  /** No later date is told, for the changes of clocks that come along. */
  readonly last: SessionTime;
}

/** Those series of which there are dates to come. */
export function seriesEntries(lines: readonly SeriesLine[]): readonly SeriesEntry[] {
  return lines.flatMap((line) => {
    const dates = datesToCome(line.series, line.dates);
    if (dates === undefined) return [];
    const time = dates.first;
    return [{ line, dates, time, last: { ...time, start: dates.until } }];
  });
}

/**
 * The event: it recurs on the wall clock of its zone, without what is left out, and is tentative until each date is announced and so becomes
 * an event of its own. Once a series has ended it is cancelled, so that calendars that know it drop it.
 */
export function seriesEvent({ line, dates, time, last }: SeriesEntry, origin: URL): ICalEventData {
  const { series, latest, sequence } = line;
  const url = new URL(`/gatherings/${latest.id}/series`, origin).href;
  const until = `${wallClock(startOf(last).toZonedDateTimeISO("UTC").toPlainDateTime())}Z`;
  const left = dates.except.map((date) => exception(date, time.zone));
  return {
    id: `series-${series.id}`,
    sequence,
    status: series.endedAt === undefined ? ICalEventStatus.TENTATIVE : ICalEventStatus.CANCELLED,
    start: startOf(time),
    end: endOf(time),
    timezone: time.zone,
    // An end is told in UTC where the start names its zone (RFC 5545, section 3.3.10).
    repeating: [`RRULE:${dates.rule};UNTIL=${until}`, ...left].join("\r\n"),
    summary: latest.title,
    description: `${latest.purpose}\n\n${url}`,
    location: latest.place === "" ? null : { title: latest.place },
    url,
    stamp: latest.changedAt,
    lastModified: latest.changedAt,
  };
}

function exception(date: Temporal.PlainDateTime, zone: string): string {
  return zone === "UTC" ? `EXDATE:${wallClock(date)}Z` : `EXDATE;TZID=${zone}:${wallClock(date)}`;
}

/** `wallClock(2027-03-18T19:00)` is `20270318T190000`. */
function wallClock(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
}
