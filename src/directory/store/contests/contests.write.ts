import type { Database } from "../../../kernel/database/database.ts";
import type { Contest } from "../../model/contests/contest.ts";
import { contestTables } from "./contests.tables.ts";

/** Something said of an entry is talked over in a thread. */
export async function insertContest(db: Database, entryId: string, contest: Contest): Promise<void> {
  const { threadId, field, value } = contest;
  await contestTables(db)
    .insertInto("directory_contests")
    .values({ thread_id: threadId, entry_id: entryId, field, value })
    .execute();
}

/** Forgets what was contested of an entry that is no longer listed; the threads stay. */
export async function deleteContests(db: Database, entryId: string): Promise<void> {
  await contestTables(db).deleteFrom("directory_contests").where("entry_id", "=", entryId).execute();
}
