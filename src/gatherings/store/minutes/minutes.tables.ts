import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What is kept of a gathering's minutes beside what they are made of; none while nobody has touched them. */
export type MinutesRow = {
  readonly gathering_id: string;
  /** JSON: the languages they come out in, the first one first. */
  readonly languages: string;
  /** JSON: Markdown by language, as written. */
  readonly forewords: string;
  /** 1 where the clock is not to publish them. */
  readonly held_back: number;
  /** When the draft went out to people; null before. */
  readonly announced_at: Microseconds | null;
  /** Until then corrections are waited for; null before the draft went out. */
  readonly corrections_until: Microseconds | null;
  readonly published_at: Microseconds | null;
  /** When what is published last changed; null before. */
  readonly changed_at: Microseconds | null;
  /** JSON: the `MinutesRecord` as published, which names nobody; null before. */
  readonly record: string | null;
};

/** Whether one person wants to be named in the minutes, last word. */
export type MinutesNameRow = {
  readonly gathering_id: string;
  readonly person_id: string;
  /** `named` or `not-named`. */
  readonly answer: string;
  readonly said_at: Microseconds;
};

/** Something that somebody wants corrected. */
export type CorrectionRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** Null when whoever wrote it has left. */
  readonly writer_id: string | null;
  /** As written. */
  readonly text: string;
  readonly sent_at: Microseconds;
  /** A `CorrectionState`. */
  readonly state: string;
  /** What organisers answered; empty before, and where the text says it all. */
  readonly answer: string;
  readonly settled_at: Microseconds | null;
  /** 1 for what organisers corrected by themselves after the minutes were published. */
  readonly by_organisers: number;
};

export type MinutesTables = {
  readonly gathering_minutes: MinutesRow;
  readonly minutes_names: MinutesNameRow;
  readonly minutes_corrections: CorrectionRow;
};

/** The database, seen as the tables of minutes. */
export function minutesTables(database: Database) {
  return database.withTables<MinutesTables>();
}
