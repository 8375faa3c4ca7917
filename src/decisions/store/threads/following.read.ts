import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/thread.ts";
import type { FollowLevel } from "../../model/threads/following.ts";
import { followTables } from "./following.tables.ts";

/** What somebody hears of a thread; undefined while they neither wrote in it nor chose. */
export async function followLevelOf(
  db: Database,
  threadId: string,
  personId: string,
): Promise<FollowLevel | undefined> {
  const row = await followTables(db)
    .selectFrom("thread_follows")
    .select("level")
    .where("thread_id", "=", threadId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.level as FollowLevel | undefined;
}

/** Some of those who hear of every post of a thread, in the order of their ids. */
export async function followersOfAll(
  db: Database,
  threadId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await followTables(db)
    .selectFrom("thread_follows")
    .select("person_id")
    .where("thread_id", "=", threadId)
    .where("person_id", ">", page.after)
    .where("level", "=", "all")
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}
