import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A place that somebody suggested, and what became of it. */
export type SuggestionRow = {
  readonly id: string;
  readonly host: string;
  readonly note: string;
  readonly person_id: string | null;
  readonly made_at: Microseconds;
  readonly state: string;
  readonly decided_at: Microseconds | null;
  readonly reason: string;
  readonly entry_id: string | null;
};

/** The database, seen as the table of suggestions. */
export function suggestionTables(database: Database) {
  return database.withTables<{ readonly directory_suggestions: SuggestionRow }>();
}
