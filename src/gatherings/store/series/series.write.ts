import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { NightDebt } from "../../model/series/night-debt.ts";
import type { Series, SeriesAnswer, SeriesDate } from "../../model/series/series.ts";
import { seriesTables } from "./series.tables.ts";

export async function insertSeries(db: Database, series: Series, now: Temporal.Instant): Promise<void> {
  await seriesTables(db)
    .insertInto("gathering_series")
    .values({
      id: series.id,
      community_id: series.communityId,
      rule: series.rule,
      starts: series.start.toString(),
      zone: series.zone,
      length_minutes: series.lengthMinutes,
      other_times: JSON.stringify(series.otherTimes),
      announce_days: series.announceDays,
      debt: debtText(series.debt),
      made_at: microsecondsFromInstant(now),
      ended_at: null,
    })
    .execute();
}

/** Ends a series; what is announced stays. */
export async function markSeriesEnded(db: Database, seriesId: string, now: Temporal.Instant): Promise<void> {
  await seriesTables(db)
    .updateTable("gathering_series")
    .set({ ended_at: microsecondsFromInstant(now) })
    .where("id", "=", seriesId)
    .execute();
}

export async function updateDebt(db: Database, seriesId: string, debt: NightDebt): Promise<void> {
  await seriesTables(db)
    .updateTable("gathering_series")
    .set({ debt: debtText(debt) })
    .where("id", "=", seriesId)
    .execute();
}

/** Notes that a date is announced, or left out. */
export async function insertDate(
  db: Database,
  seriesId: string,
  { date, gatheringId, reason }: SeriesDate,
): Promise<void> {
  await seriesTables(db)
    .insertInto("series_dates")
    .values({ series_id: seriesId, date: date.toString(), gathering_id: gatheringId ?? null, reason })
    .execute();
}

/** Keeps what a person answers for all dates to come. */
export async function putAnswer(
  db: Database,
  seriesId: string,
  personId: string,
  answer: SeriesAnswer,
  now: Temporal.Instant,
): Promise<void> {
  const said = { answer, answered_at: microsecondsFromInstant(now) };
  await seriesTables(db)
    .insertInto("series_answers")
    .values({ series_id: seriesId, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(["series_id", "person_id"]).doUpdateSet(said))
    .execute();
}

/** Takes back what a person answered for all dates to come. */
export async function dropAnswer(db: Database, seriesId: string, personId: string): Promise<void> {
  await seriesTables(db)
    .deleteFrom("series_answers")
    .where("series_id", "=", seriesId)
    .where("person_id", "=", personId)
    .execute();
}

/** Forgets what a person answered for any series. */
export async function dropAnswersOf(db: Database, personId: string): Promise<void> {
  await seriesTables(db).deleteFrom("series_answers").where("person_id", "=", personId).execute();
}

/** Makes the answers of `joined` those of `kept`, who is the same person; where both answered, those of `kept` stay. */
export async function carryAnswers(db: Database, kept: string, joined: string): Promise<void> {
  const tables = seriesTables(db);
  const own = tables.selectFrom("series_answers").select("series_id").where("person_id", "=", kept);
  await tables.deleteFrom("series_answers").where("person_id", "=", joined).where("series_id", "in", own).execute();
  await tables.updateTable("series_answers").set({ person_id: kept }).where("person_id", "=", joined).execute();
}

function debtText(debt: NightDebt): string {
  return JSON.stringify(Object.fromEntries(debt));
}
