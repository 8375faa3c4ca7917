import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Reply } from "../../model/replies/reply.ts";
import { replyTables, type ReplyRow } from "./replies.tables.ts";

/** What these places reply now, by the ids of their entries; those that reply nothing are left out. */
export async function repliesOf(db: Database, entryIds: readonly string[]): Promise<ReadonlyMap<string, Reply>> {
  if (entryIds.length === 0) return new Map();
  const rows = await replyTables(db)
    .selectFrom("directory_replies")
    .selectAll()
    .where("entry_id", "in", entryIds)
    .where("ended_at", "is", null)
    .limit(entryIds.length)
    .execute();
  return new Map(rows.map((row) => [row.entry_id, replyFrom(row)]));
}

/** What a place replied before, the latest first. */
export async function endedReplies(db: Database, entryId: string, limit: number): Promise<readonly Reply[]> {
  const rows = await replyTables(db)
    .selectFrom("directory_replies")
    .selectAll()
    .where("entry_id", "=", entryId)
    .where("ended_at", "is not", null)
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(replyFrom);
}

/** What somebody replied for places, for them to take along. */
export async function repliesOfPerson(db: Database, personId: string) {
  const rows = await replyTables(db)
    .selectFrom("directory_replies")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("written_at")
    .execute();
  return rows.map((row) => ({
    entry: row.entry_id,
    text: row.text,
    written: instantFromMicroseconds(row.written_at).toString(),
  }));
}

function replyFrom(row: ReplyRow): Reply {
  return {
    text: row.text,
    language: row.language,
    account: { uri: row.account_uri, handle: row.account_handle },
    personId: row.person_id ?? undefined,
    at: instantFromMicroseconds(row.written_at),
    endedAt: instantOrNone(row.ended_at),
  };
}
