import type { Database } from "../../../kernel/database/database.ts";
import type { Feedback, FeedbackId, FeedbackKind } from "../../model/feedback/feedback.ts";
import { feedbackTables, type FeedbackRow } from "./feedback.tables.ts";

/** The most of it that is shown of one gathering. */
const mostShown = 1000;

/** What people said of a gathering, in no order that means anything. */
export async function feedbackOf(db: Database, gatheringId: string): Promise<readonly Feedback[]> {
  const rows = await feedbackTables(db)
    .selectFrom("gathering_feedback")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("id")
    .limit(mostShown)
    .execute();
  return rows.map(feedbackFromRow);
}

/** What one person said of a gathering, by kind; empty where they said nothing, or where it is not known any more whose it is. */
export async function feedbackBy(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<Readonly<Record<FeedbackKind, string>>> {
  const rows = await feedbackTables(db)
    .selectFrom("gathering_feedback")
    .select(["kind", "text"])
    .where("person_id", "=", personId)
    .where("gathering_id", "=", gatheringId)
    .execute();
  const of = (kind: FeedbackKind) => rows.find((row) => row.kind === kind)?.text ?? "";
  return { plus: of("plus"), delta: of("delta") };
}

function feedbackFromRow(row: FeedbackRow): Feedback {
  return {
    id: row.id as FeedbackId,
    kind: row.kind as FeedbackKind,
    text: row.text,
    hiddenReason: row.hidden_reason ?? undefined,
  };
}
