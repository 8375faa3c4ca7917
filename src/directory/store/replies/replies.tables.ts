import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What a place replied, and until when that stood. */
export type ReplyRow = {
  readonly id: string;
  readonly entry_id: string;
  readonly text: string;
  readonly language: string;
  readonly account_uri: string;
  readonly account_handle: string;
  readonly person_id: string | null;
  readonly written_at: Microseconds;
  readonly ended_at: Microseconds | null;
};

/** The database, seen as the table of replies. */
export function replyTables(database: Database) {
  return database.withTables<{ readonly directory_replies: ReplyRow }>();
}
