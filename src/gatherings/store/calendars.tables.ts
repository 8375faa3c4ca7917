import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** The address of one person's own calendar. The token is in the address alone; here lies its SHA-256. */
export type CalendarFeedRow = {
  readonly person_id: string;
  readonly token_hash: string;
  readonly made_at: Microseconds;
};

type CalendarTables = { readonly calendar_feeds: CalendarFeedRow };

/** The database, seen as the table of calendar feeds. */
export function calendarTables(database: Database) {
  return database.withTables<CalendarTables>();
}
