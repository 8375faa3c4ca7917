import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Series, SeriesDate } from "../../model/series/series.ts";
import type { GatheringTables } from "../gatherings.tables.ts";
import { gatheringById, type Gathering } from "../gatherings.read.ts";
import { datesSince, lastAnnounced, seriesById } from "./series.read.ts";
import { seriesTables, type SeriesTables } from "./series.tables.ts";

/** A series with what a calendar says of its dates to come. */
export interface SeriesLine {
  readonly series: Series;
  /** From the latest announced one on. */
  readonly dates: readonly SeriesDate[];
  /** After whose manner the next ones are made. */
  readonly latest: Gathering;
  /** Grows with each date that is announced or left out, with each change of what was announced, and with the end of the series. */
  readonly sequence: number;
}

/** Calendars show so many series at most, the newest. */
const mostSeries = 20;

/** The series of a community: those that go on, and those that ended after an instant. */
export async function seriesOfCommunity(
  db: Database,
  communityId: string,
  since: Temporal.Instant,
): Promise<readonly SeriesLine[]> {
  const rows = await seriesTables(db)
    .selectFrom("gathering_series")
    .select("id")
    .where("community_id", "=", communityId)
    .where((is) => is.or([is("ended_at", "is", null), is("ended_at", ">=", microsecondsFromInstant(since))]))
    .orderBy("made_at", "desc")
    .limit(mostSeries)
    .execute();
  return linesOf(db, rows);
}

/** The series for whose dates to come a person said that they come, or may: those that go on, and those that ended after an instant. */
export async function seriesOfPerson(
  db: Database,
  personId: string,
  since: Temporal.Instant,
): Promise<readonly SeriesLine[]> {
  const rows = await seriesTables(db)
    .selectFrom("series_answers as answer")
    .innerJoin("gathering_series as series", "series.id", "answer.series_id")
    .select("series.id")
    .where("answer.person_id", "=", personId)
    .where((is) =>
      is.or([is("series.ended_at", "is", null), is("series.ended_at", ">=", microsecondsFromInstant(since))]),
    )
    .orderBy("series.made_at", "desc")
    .limit(mostSeries)
    .execute();
  return linesOf(db, rows);
}

async function linesOf(db: Database, rows: readonly { readonly id: string }[]): Promise<readonly SeriesLine[]> {
  const lines = await Promise.all(rows.map(async ({ id }) => seriesLine(db, await seriesById(db, id))));
  return lines.flatMap((line) => line ?? []);
}

/** What a calendar says of a series; undefined where there is none, or nothing of it was announced. */
export async function seriesLine(db: Database, series: Series | undefined): Promise<SeriesLine | undefined> {
  if (series === undefined) return undefined;
  const announced = await lastAnnounced(db, series.id);
  const latest = announced === undefined ? undefined : await gatheringById(db, announced.gatheringId);
  if (announced === undefined || latest === undefined) return undefined;
  const dates = await datesSince(db, series.id, announced.date);
  return { series, dates, latest, sequence: await sequenceOf(db, series) };
}

async function sequenceOf(db: Database, { id, endedAt }: Series): Promise<number> {
  const tables = db.withTables<SeriesTables & GatheringTables>();
  const dates = await tables
    .selectFrom("series_dates")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("series_id", "=", id)
    .executeTakeFirstOrThrow();
  const changes = await tables
    .selectFrom("series_dates as date")
    .innerJoin("gathering_sessions as session", "session.gathering_id", "date.gathering_id")
    .select((is) => is.fn.sum<number | string | null>("session.sequence").as("sum"))
    .where("date.series_id", "=", id)
    .executeTakeFirstOrThrow();
  return dates.count + Number(changes.sum ?? 0) + (endedAt === undefined ? 0 : 1);
}
