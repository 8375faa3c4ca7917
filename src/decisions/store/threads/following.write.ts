import type { Database } from "../../../kernel/database/database.ts";
import type { FollowLevel } from "../../model/threads/following.ts";
import { followTables } from "./following.tables.ts";

/** Whoever opens a thread or writes in it hears of all that is said in it, unless they chose before. */
export async function followByWriting(db: Database, threadId: string, personId: string): Promise<void> {
  await followTables(db)
    .insertInto("thread_follows")
    .values({ thread_id: threadId, person_id: personId, level: "all" })
    .onConflict((conflict) => conflict.columns(["thread_id", "person_id"]).doNothing())
    .execute();
}

/** What somebody chose to hear of a thread. */
export async function writeFollowLevel(
  db: Database,
  threadId: string,
  personId: string,
  level: FollowLevel,
): Promise<void> {
  await followTables(db)
    .insertInto("thread_follows")
    .values({ thread_id: threadId, person_id: personId, level })
    .onConflict((conflict) => conflict.columns(["thread_id", "person_id"]).doUpdateSet({ level }))
    .execute();
}

/** Somebody who leaves hears of no thread any more. */
export async function forgetFollows(db: Database, personId: string): Promise<void> {
  await followTables(db).deleteFrom("thread_follows").where("person_id", "=", personId).execute();
}

/** What `joined` hears of `kept` hears afterwards; where both chose, what `kept` chose holds. */
export async function carryFollows(db: Database, kept: string, joined: string): Promise<void> {
  const tables = followTables(db);
  const both = tables.selectFrom("thread_follows").select("thread_id").where("person_id", "=", kept);
  await tables.deleteFrom("thread_follows").where("person_id", "=", joined).where("thread_id", "in", both).execute();
  await tables.updateTable("thread_follows").set({ person_id: kept }).where("person_id", "=", joined).execute();
}
