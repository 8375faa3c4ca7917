import type { Database } from "../../../kernel/database/database.ts";
import type { FeedbackId, FeedbackKind } from "../../model/feedback/feedback.ts";
import { feedbackTables } from "./feedback.tables.ts";

/** What one person says of one kind. */
export interface SaidFeedback {
  readonly id: FeedbackId;
  readonly gatheringId: string;
  readonly personId: string;
  readonly kind: FeedbackKind;
  readonly text: string;
}

/** Keeps what a person says in the place of what they said before; an empty text takes it back. What was hidden stays hidden. */
export async function keepFeedback(db: Database, said: SaidFeedback): Promise<void> {
  const { id, gatheringId, personId, kind, text } = said;
  const tables = feedbackTables(db);
  if (text === "") {
    await tables
      .deleteFrom("gathering_feedback")
      .where("person_id", "=", personId)
      .where("gathering_id", "=", gatheringId)
      .where("kind", "=", kind)
      .execute();
    return;
  }
  await tables
    .insertInto("gathering_feedback")
    .values({ id, gathering_id: gatheringId, person_id: personId, kind, text, hidden_reason: null })
    .onConflict((conflict) => conflict.columns(["person_id", "gathering_id", "kind"]).doUpdateSet({ text }))
    .execute();
}

/** Keeps why something is not shown. */
export async function hideFeedbackRow(db: Database, id: FeedbackId, reason: string): Promise<void> {
  await feedbackTables(db)
    .updateTable("gathering_feedback")
    .set({ hidden_reason: reason })
    .where("id", "=", id)
    .execute();
}

/** Lets go of who said what of a gathering. */
export async function forgetWriters(db: Database, gatheringId: string): Promise<void> {
  await feedbackTables(db)
    .updateTable("gathering_feedback")
    .set({ person_id: null })
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "is not", null)
    .execute();
}
