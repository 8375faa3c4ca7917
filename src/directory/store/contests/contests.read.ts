import type { Database } from "../../../kernel/database/database.ts";
import { mostContests, type Contest } from "../../model/contests/contest.ts";
import { isFieldName } from "../../model/entry-fields.ts";
import { contestTables } from "./contests.tables.ts";

/** What was contested of an entry, the latest first; whether it still is, the threads say. */
export async function contestsOf(db: Database, entryId: string): Promise<readonly Contest[]> {
  const rows = await contestTables(db)
    .selectFrom("directory_contests")
    .selectAll()
    .where("entry_id", "=", entryId)
    .orderBy("thread_id", "desc")
    .limit(mostContests)
    .execute();
  return rows.flatMap(({ thread_id, field, value }) =>
    isFieldName(field) ? [{ threadId: thread_id, field, value }] : [],
  );
}
