import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import type { GatheringState } from "../../model/gathering.ts";
import type { Series, SeriesAnswer, SeriesDate } from "../../model/series/series.ts";
import { startOf } from "../../model/session.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { answerForSeries, datesBefore, datesSince, seriesOfGathering } from "../../store/series/series.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** So many dates ahead a series shows, and so many behind. */
const mostShown = 8;

/** What the page of a series shows. */
export interface SeriesView {
  readonly visit: GatheringVisit;
  readonly series: Series;
  /** Dates that are to come, announced or not, the soonest first. */
  readonly ahead: readonly DateView[];
  /** Announced dates that have passed, the latest first. */
  readonly behind: readonly DateView[];
  readonly own: SeriesAnswer | undefined;
}

/** One date of a series. */
export interface DateView extends SeriesDate {
  readonly startsAt: Temporal.Instant;
  readonly state: GatheringState | undefined;
}

/** Reads it; undefined when the gathering is not one of a series. */
export async function readSeriesView(visit: GatheringVisit): Promise<SeriesView | undefined> {
  const { read } = visit.application;
  const series = await seriesOfGathering(read, visit.gathering.id);
  if (series === undefined) return undefined;
  const { now } = visit.c.var.frame;
  const today = now.toZonedDateTimeISO(series.zone).toPlainDateTime();
  const given = await datesSince(read, series.id, today);
  const except = given.map(({ date }) => date);
  const rule = { rule: series.rule, start: series.start, except };
  const derived = series.endedAt === undefined ? timesFrom(rule, today, mostShown) : [];
  const ahead = [...given, ...derived.map((date) => ({ date, gatheringId: undefined, reason: "" }))]
    .toSorted((one, other) => Temporal.PlainDateTime.compare(one.date, other.date))
    .slice(0, mostShown);
  const behind = await datesBefore(read, series.id, today, mostShown);
  const person = visit.standing.personId;
  return {
    visit,
    series,
    ahead: await Promise.all(ahead.map((one) => viewOf(visit, series, one))),
    behind: await Promise.all(behind.map((one) => viewOf(visit, series, one))),
    own: person === undefined ? undefined : await answerForSeries(read, series.id, person),
  };
}

async function viewOf({ application }: GatheringVisit, series: Series, one: SeriesDate): Promise<DateView> {
  const { zone, lengthMinutes } = series;
  const gathering = one.gatheringId === undefined ? undefined : await gatheringById(application.read, one.gatheringId);
  return { ...one, startsAt: startOf({ start: one.date, zone, lengthMinutes }), state: gathering?.state };
}
