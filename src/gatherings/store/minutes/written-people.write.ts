import type { Database } from "../../../kernel/database/database.ts";
import { feedbackTables } from "../feedback/feedback.tables.ts";
import { notesTables } from "../notes/notes.tables.ts";
import { minutesTables } from "./minutes.tables.ts";

/**
 * Lets go of a person who leaves: notes belong to the gathering and name them no more, they are named in no minutes, what they wanted
 * corrected stays only where it is printed, and what they said of a gathering is gone while it is known to be theirs.
 */
export async function forgetInWritten(db: Database, personId: string): Promise<void> {
  for (const table of ["gathering_notes", "gathering_note_versions"] as const) {
    await notesTables(db).updateTable(table).set({ writer_id: null }).where("writer_id", "=", personId).execute();
  }
  const minutes = minutesTables(db);
  await minutes.deleteFrom("minutes_names").where("person_id", "=", personId).execute();
  await minutes
    .deleteFrom("minutes_corrections")
    .where("writer_id", "=", personId)
    .where("state", "!=", "printed")
    .execute();
  await minutes.updateTable("minutes_corrections").set({ writer_id: null }).where("writer_id", "=", personId).execute();
  await feedbackTables(db).deleteFrom("gathering_feedback").where("person_id", "=", personId).execute();
}

/** Two turned out to be one person: what stands under `from` stands under `to`, whose own word holds where both gave one. */
export async function carryInWritten(db: Database, from: string, to: string): Promise<void> {
  for (const table of ["gathering_notes", "gathering_note_versions"] as const) {
    await notesTables(db).updateTable(table).set({ writer_id: to }).where("writer_id", "=", from).execute();
  }
  const minutes = minutesTables(db);
  await minutes.updateTable("minutes_corrections").set({ writer_id: to }).where("writer_id", "=", from).execute();
  const named = minutes.selectFrom("minutes_names").select("gathering_id").where("person_id", "=", to);
  await minutes.deleteFrom("minutes_names").where("person_id", "=", from).where("gathering_id", "in", named).execute();
  await minutes.updateTable("minutes_names").set({ person_id: to }).where("person_id", "=", from).execute();
  const feedback = feedbackTables(db);
  const said = await feedback
    .selectFrom("gathering_feedback")
    .select(["gathering_id", "kind"])
    .where("person_id", "=", to)
    .execute();
  for (const { gathering_id: gatheringId, kind } of said) {
    // Both were said, and neither is lost: the one that cannot stand under the same person is nobody's from then on.
    await feedback
      .updateTable("gathering_feedback")
      .set({ person_id: null })
      .where("person_id", "=", from)
      .where("gathering_id", "=", gatheringId)
      .where("kind", "=", kind)
      .execute();
  }
  await feedback.updateTable("gathering_feedback").set({ person_id: to }).where("person_id", "=", from).execute();
}
