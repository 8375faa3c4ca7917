import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/gathering.ts";
import type { Series, SeriesAnswer, SeriesDate, SeriesId } from "../../model/series/series.ts";
import { seriesTables, type SeriesDateRow, type SeriesRow } from "./series.tables.ts";

/** So many dates are read at once. Sixty at most are left out ahead, and announced ahead are a few. */
const MOST_DATES = 200;

export async function seriesById(db: Database, id: string): Promise<Series | undefined> {
  const row = await seriesTables(db).selectFrom("gathering_series").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : seriesFromRow(row);
}

/** The series that a gathering is one of. */
export async function seriesOfGathering(db: Database, gatheringId: string): Promise<Series | undefined> {
  const row = await seriesTables(db)
    .selectFrom("series_dates as date")
    .innerJoin("gathering_series as series", "series.id", "date.series_id")
    .selectAll("series")
    .where("date.gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row === undefined ? undefined : seriesFromRow(row);
}

/** The dates that a series has given since a wall-clock time, announced or left out, the latest first. */
export async function datesSince(
  db: Database,
  seriesId: string,
  since: Temporal.PlainDateTime,
): Promise<readonly SeriesDate[]> {
  const rows = await seriesTables(db)
    .selectFrom("series_dates")
    .selectAll()
    .where("series_id", "=", seriesId)
    .where("date", ">=", since.toString())
    .orderBy("date", "desc")
    .limit(MOST_DATES)
    .execute();
  return rows.map(dateFromRow);
}

/** The dates that it gave before a wall-clock time, the latest first; at most `limit`. */
export async function datesBefore(
  db: Database,
  seriesId: string,
  before: Temporal.PlainDateTime,
  limit: number,
): Promise<readonly SeriesDate[]> {
  const rows = await seriesTables(db)
    .selectFrom("series_dates")
    .selectAll()
    .where("series_id", "=", seriesId)
    .where("date", "<", before.toString())
    .orderBy("date", "desc")
    .limit(limit)
    .execute();
  return rows.map(dateFromRow);
}

/** The latest date that was announced, with its gathering. */
export async function lastAnnounced(
  db: Database,
  seriesId: string,
): Promise<{ readonly date: Temporal.PlainDateTime; readonly gatheringId: string } | undefined> {
  const row = await seriesTables(db)
    .selectFrom("series_dates")
    .select(["date", "gathering_id"])
    .where("series_id", "=", seriesId)
    .where("gathering_id", "is not", null)
    .orderBy("date", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.gathering_id === null) return undefined;
  return { date: Temporal.PlainDateTime.from(row.date), gatheringId: row.gathering_id };
}

/** Who answered for all dates to come, in order of their answers. */
export async function answersForSeries(
  db: Database,
  seriesId: string,
): Promise<readonly { readonly person: PersonId; readonly answer: SeriesAnswer }[]> {
  const rows = await seriesTables(db)
    .selectFrom("series_answers")
    .select(["person_id", "answer"])
    .where("series_id", "=", seriesId)
    .orderBy("answered_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({ person: row.person_id as PersonId, answer: row.answer as SeriesAnswer }));
}

/** What a person answered for all dates to come. */
export async function answerForSeries(
  db: Database,
  seriesId: string,
  personId: string,
): Promise<SeriesAnswer | undefined> {
  const row = await seriesTables(db)
    .selectFrom("series_answers")
    .select("answer")
    .where("series_id", "=", seriesId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.answer as SeriesAnswer | undefined;
}

/** What a person answered for whole series, for their own records. */
export async function seriesAnsweredBy(
  db: Database,
  personId: string,
): Promise<readonly { readonly series: string; readonly answer: string; readonly answeredAt: string }[]> {
  const rows = await seriesTables(db)
    .selectFrom("series_answers")
    .select(["series_id", "answer", "answered_at"])
    .where("person_id", "=", personId)
    .orderBy("series_id")
    .execute();
  return rows.map((row) => ({
    series: row.series_id,
    answer: row.answer,
    answeredAt: instantFromMicroseconds(row.answered_at).toString(),
  }));
}

function dateFromRow(row: SeriesDateRow): SeriesDate {
  return {
    date: Temporal.PlainDateTime.from(row.date),
    gatheringId: row.gathering_id ?? undefined,
    reason: row.reason,
  };
}

function seriesFromRow(row: SeriesRow): Series {
  return {
    id: row.id as SeriesId,
    communityId: row.community_id,
    rule: row.rule,
    start: Temporal.PlainDateTime.from(row.starts),
    zone: row.zone,
    lengthMinutes: row.length_minutes,
    otherTimes: JSON.parse(row.other_times) as readonly string[],
    announceDays: row.announce_days,
    debt: new Map(Object.entries(JSON.parse(row.debt) as Readonly<Record<string, number>>)),
    endedAt: row.ended_at === null ? undefined : instantFromMicroseconds(row.ended_at),
  };
}
