import { microsecondsFromInstant, type Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Correction, Minutes, NameAnswer } from "../../model/minutes/minutes.ts";
import { minutesTables } from "./minutes.tables.ts";

/** Keeps what is said of a gathering's minutes. */
export async function keepMinutes(db: Database, gatheringId: string, minutes: Minutes): Promise<void> {
  const columns = {
    languages: JSON.stringify(minutes.languages),
    forewords: JSON.stringify(minutes.forewords),
    held_back: minutes.isHeldBack ? 1 : 0,
    announced_at: microsecondsOrNull(minutes.announcedAt),
    corrections_until: microsecondsOrNull(minutes.correctionsUntil),
    published_at: microsecondsOrNull(minutes.publishedAt),
    changed_at: microsecondsOrNull(minutes.changedAt),
    record: minutes.record === undefined ? null : JSON.stringify(minutes.record),
  };
  await minutesTables(db)
    .insertInto("gathering_minutes")
    .values({ gathering_id: gatheringId, ...columns })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet(columns))
    .execute();
}

/** Keeps whether a person wants to be named, in the place of what they said before. */
export async function keepNameAnswer(
  db: Database,
  said: { readonly gatheringId: string; readonly personId: string; readonly answer: NameAnswer },
  now: Temporal.Instant,
): Promise<void> {
  const columns = { answer: said.answer, said_at: microsecondsFromInstant(now) };
  await minutesTables(db)
    .insertInto("minutes_names")
    .values({ gathering_id: said.gatheringId, person_id: said.personId, ...columns })
    .onConflict((conflict) => conflict.columns(["gathering_id", "person_id"]).doUpdateSet(columns))
    .execute();
}

export async function insertCorrection(db: Database, gatheringId: string, correction: Correction): Promise<void> {
  await minutesTables(db)
    .insertInto("minutes_corrections")
    .values({
      id: correction.id,
      gathering_id: gatheringId,
      writer_id: correction.writerId ?? null,
      text: correction.text,
      sent_at: microsecondsFromInstant(correction.sentAt),
      by_organisers: correction.byOrganisers ? 1 : 0,
      ...settledColumns(correction),
    })
    .execute();
}

/** Keeps what became of a correction. */
export async function settleCorrectionRow(db: Database, correction: Correction): Promise<void> {
  await minutesTables(db)
    .updateTable("minutes_corrections")
    .set(settledColumns(correction))
    .where("id", "=", correction.id)
    .execute();
}

function settledColumns({ state, answer, settledAt }: Correction) {
  return { state, answer, settled_at: microsecondsOrNull(settledAt) };
}

function microsecondsOrNull(instant: Temporal.Instant | undefined): Microseconds | null {
  return instant === undefined ? null : microsecondsFromInstant(instant);
}
