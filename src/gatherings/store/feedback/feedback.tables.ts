import type { Database } from "../../../kernel/database/database.ts";

/** What one person says of a gathering, of one kind. It keeps no time, and its id tells none: what is shown is nobody's. */
export type FeedbackRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** Null some weeks after the gathering, and when its writer has left. */
  readonly person_id: string | null;
  /** `plus` for what worked, `delta` for what could be better. */
  readonly kind: string;
  /** Plain text; each line of it is shown as one of a list. */
  readonly text: string;
  /** Why organisers do not show it; null where they do. */
  readonly hidden_reason: string | null;
};

export type FeedbackTables = {
  readonly gathering_feedback: FeedbackRow;
};

/** The database, seen as the table of feedback. */
export function feedbackTables(database: Database) {
  return database.withTables<FeedbackTables>();
}
