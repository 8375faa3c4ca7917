import { sql } from "kysely";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { logTables } from "./log.tables.ts";

/** How many people acted lately, each counted once, by whichever way they did. */
export interface ActivePeople {
  readonly thisMonth: number;
  readonly thisHalfYear: number;
}

// The spans that NodeInfo names: 30 and 180 days (http://nodeinfo.diaspora.software/ns/schema/2.1, usage.users).
const monthHours = 30 * 24;
const halfYearHours = 180 * 24;

/** Counts whoever acted in the thirty and in the 180 days before `now`. Reads an index of half a year; not for every page. */
export async function countActivePeople(read: Database, now: Temporal.Instant): Promise<ActivePeople> {
  const monthAgo = microsecondsFromInstant(now.subtract({ hours: monthHours }));
  const row = await logTables(read)
    .selectFrom("log_entries")
    .select((is) => [
      is.fn.count<number>("actor").distinct().as("halfYear"),
      sql<number>`count(distinct case when at >= ${monthAgo} then actor end)`.as("month"),
    ])
    .where("at", ">=", microsecondsFromInstant(now.subtract({ hours: halfYearHours })))
    .where("actor", "like", "person:%")
    .executeTakeFirstOrThrow();
  return { thisMonth: row.month, thisHalfYear: row.halfYear };
}
