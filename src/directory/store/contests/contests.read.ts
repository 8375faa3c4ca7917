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

/** What these entries were contested in, by their ids, the latest first. */
export async function contestsAmong(
  db: Database,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Contest[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await contestTables(db)
    .selectFrom("directory_contests")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .orderBy("entry_id")
    .orderBy("thread_id", "desc")
    .limit(entryIds.length * mostContests)
    .execute();
  const contests = new Map<string, Contest[]>(entryIds.map((id) => [id, []]));
  for (const { entry_id, thread_id, field, value } of rows) {
    if (isFieldName(field)) contests.get(entry_id)?.push({ threadId: thread_id, field, value });
  }
  return contests;
}

/** What is talked over in a thread, if it is something said of an entry. */
export async function contestOfThread(
  db: Database,
  threadId: string,
): Promise<(Contest & { readonly entryId: string }) | undefined> {
  const row = await contestTables(db)
    .selectFrom("directory_contests")
    .selectAll()
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  if (row === undefined || !isFieldName(row.field)) return undefined;
  return { entryId: row.entry_id, threadId: row.thread_id, field: row.field, value: row.value };
}
