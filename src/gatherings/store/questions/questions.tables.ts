import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What a gathering asks of those who come. */
export type QuestionsRow = {
  readonly gathering_id: string;
  /** JSON: a list of {@link Question}. */
  readonly asked: string;
};

/** What one person answered, all but their access needs. Kept for a time only. */
export type QuestionAnswersRow = {
  readonly gathering_id: string;
  readonly person_id: string;
  /** JSON: a list of primary language tags. */
  readonly languages: string;
  /** A {@link RecordingConsent}; null while unanswered. */
  readonly recording: string | null;
  readonly introduction: string;
  readonly brings: string;
  readonly seeks: string;
  readonly answered_at: Microseconds;
};

/** What one person needs to take part. Read by way of `mayReadAccessNeeds` alone; kept for a time only. */
export type AccessNeedsRow = {
  readonly gathering_id: string;
  readonly person_id: string;
  /** 1 for yes. */
  readonly captions: number;
  /** Which sign language; empty for none. */
  readonly sign_language: string;
  readonly other: string;
};

/** That somebody accepted a community's code of conduct, and which wording of it. */
export type ConductAcceptanceRow = {
  readonly community_id: string;
  readonly person_id: string;
  /** SHA-256 of the code's canonical JSON, in hex. */
  readonly digest: string;
  readonly accepted_at: Microseconds;
};

/** For how many days after a gathering a community keeps what people answered. */
export type AnswerKeepingRow = {
  readonly community_id: string;
  readonly days: number;
};

/** The database, seen as the tables of questions. */
export function questionTables(database: Database) {
  return database.withTables<{
    readonly gathering_questions: QuestionsRow;
    readonly gathering_question_answers: QuestionAnswersRow;
    readonly gathering_access_needs: AccessNeedsRow;
    readonly conduct_acceptances: ConductAcceptanceRow;
    readonly answer_keeping: AnswerKeepingRow;
  }>();
}
