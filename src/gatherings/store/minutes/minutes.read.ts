import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/gathering.ts";
import {
  mostWaiting,
  untouchedMinutes,
  type Correction,
  type CorrectionId,
  type CorrectionState,
  type Minutes,
  type NameAnswer,
} from "../../model/minutes/minutes.ts";
import type { MinutesRecord } from "../../model/minutes/record.ts";
import { minutesTables, type CorrectionRow } from "./minutes.tables.ts";

/** The most people who are named in minutes. */
const mostNamed = 500;

/** What is kept of a gathering's minutes. */
export async function minutesOf(db: Database, gatheringId: string): Promise<Minutes> {
  const row = await minutesTables(db)
    .selectFrom("gathering_minutes")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  if (row === undefined) return untouchedMinutes;
  // Our own writing, a moment or years ago.
  return {
    languages: JSON.parse(row.languages) as readonly string[],
    forewords: JSON.parse(row.forewords) as Readonly<Record<string, string>>,
    isHeldBack: row.held_back === 1,
    announcedAt: instantOrNone(row.announced_at),
    correctionsUntil: instantOrNone(row.corrections_until),
    publishedAt: instantOrNone(row.published_at),
    changedAt: instantOrNone(row.changed_at),
    record: row.record === null ? undefined : (JSON.parse(row.record) as MinutesRecord),
  };
}

/** Those who want to be named, in the order in which they said so. */
export async function namedPeople(db: Database, gatheringId: string): Promise<readonly PersonId[]> {
  const rows = await minutesTables(db)
    .selectFrom("minutes_names")
    .select("person_id")
    .where("gathering_id", "=", gatheringId)
    .where("answer", "=", "named")
    .orderBy("said_at")
    .orderBy("person_id")
    .limit(mostNamed)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** What one person said about being named, if anything. */
export async function nameAnswerOf(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<NameAnswer | undefined> {
  const row = await minutesTables(db)
    .selectFrom("minutes_names")
    .select("answer")
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.answer as NameAnswer);
}

/** The corrections in one state, the first sent first. */
export async function correctionsIn(
  db: Database,
  gatheringId: string,
  state: CorrectionState,
): Promise<readonly Correction[]> {
  const rows = await minutesTables(db)
    .selectFrom("minutes_corrections")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", state)
    .orderBy("sent_at")
    .orderBy("id")
    .limit(mostWaiting.ofGathering)
    .execute();
  return rows.map(correctionFromRow);
}

/** One correction to these minutes. */
export async function correctionOf(db: Database, gatheringId: string, id: string): Promise<Correction | undefined> {
  const row = await minutesTables(db)
    .selectFrom("minutes_corrections")
    .selectAll()
    .where("id", "=", id)
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row === undefined ? undefined : correctionFromRow(row);
}

function correctionFromRow(row: CorrectionRow): Correction {
  return {
    id: row.id as CorrectionId,
    writerId: row.writer_id === null ? undefined : (row.writer_id as PersonId),
    text: row.text,
    sentAt: instantFromMicroseconds(row.sent_at),
    state: row.state as CorrectionState,
    answer: row.answer,
    settledAt: instantOrNone(row.settled_at),
    byOrganisers: row.by_organisers === 1,
  };
}
