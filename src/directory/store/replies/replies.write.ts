import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Reply } from "../../model/replies/reply.ts";
import { replyTables } from "./replies.tables.ts";

/** What a place replies from now on. */
export async function insertReply(
  db: Database,
  reply: Pick<Reply, "text" | "language" | "account" | "at"> & {
    readonly id: string;
    readonly entryId: string;
    readonly personId: string;
  },
): Promise<void> {
  await replyTables(db)
    .insertInto("directory_replies")
    .values({
      id: reply.id,
      entry_id: reply.entryId,
      text: reply.text,
      language: reply.language,
      account_uri: reply.account.uri,
      account_handle: reply.account.handle,
      person_id: reply.personId,
      written_at: microsecondsFromInstant(reply.at),
      ended_at: null,
    })
    .execute();
}

/** What a place replies ends; it stays to be read as something that was said. */
export async function endReply(db: Database, entryId: string, at: Temporal.Instant): Promise<void> {
  await replyTables(db)
    .updateTable("directory_replies")
    .set({ ended_at: microsecondsFromInstant(at) })
    .where("entry_id", "=", entryId)
    .where("ended_at", "is", null)
    .execute();
}

/** Forgets what a place replied that is no longer listed. */
export async function deleteReplies(db: Database, entryId: string): Promise<void> {
  await replyTables(db).deleteFrom("directory_replies").where("entry_id", "=", entryId).execute();
}

/** What a place said stays; who had its account is forgotten, or is somebody else now. */
export async function renameReplier(db: Database, personId: string, now: string | null): Promise<void> {
  await replyTables(db)
    .updateTable("directory_replies")
    .set({ person_id: now })
    .where("person_id", "=", personId)
    .execute();
}
