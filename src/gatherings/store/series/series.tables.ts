import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One series of gatherings. */
export type SeriesRow = {
  readonly id: string;
  readonly community_id: string;
  readonly rule: string;
  /** Wall-clock time, ISO 8601 without offset. */
  readonly starts: string;
  readonly zone: string;
  readonly length_minutes: number;
  /** JSON: times of day. */
  readonly other_times: string;
  readonly announce_days: number;
  /** JSON: minutes of night by zone. */
  readonly debt: string;
  readonly made_at: Microseconds;
  readonly ended_at: Microseconds | null;
};

/** A date that a series has given. */
export type SeriesDateRow = {
  readonly series_id: string;
  /** Wall-clock time, as the rule gives it. */
  readonly date: string;
  /** Null when the date is left out. */
  readonly gathering_id: string | null;
  readonly reason: string;
};

/** What a person answers for all dates to come. */
export type SeriesAnswerRow = {
  readonly series_id: string;
  readonly person_id: string;
  readonly answer: string;
  readonly answered_at: Microseconds;
};

export type SeriesTables = {
  readonly gathering_series: SeriesRow;
  readonly series_dates: SeriesDateRow;
  readonly series_answers: SeriesAnswerRow;
};

/** The database, seen as the tables of series. */
export function seriesTables(database: Database) {
  return database.withTables<SeriesTables>();
}
