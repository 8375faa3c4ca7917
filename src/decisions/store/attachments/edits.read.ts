import type { Database } from "../../../kernel/database/database.ts";
import { mostEverOfPost } from "../../model/attachments/attachments.ts";
import { attachmentEditTables } from "./edits.tables.ts";

/** In which versions of its post an edit added a file and took it away. */
export interface AttachmentEdit {
  readonly attachmentId: string;
  readonly addedVersion: number | undefined;
  readonly removedVersion: number | undefined;
}

/** What edits of a post did to its files. */
export async function attachmentEditsOf(db: Database, postId: string): Promise<readonly AttachmentEdit[]> {
  const rows = await attachmentEditTables(db)
    .selectFrom("attachment_edits")
    .selectAll()
    .where("post_id", "=", postId)
    .limit(mostEverOfPost)
    .execute();
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    addedVersion: row.added_version ?? undefined,
    removedVersion: row.removed_version ?? undefined,
  }));
}
