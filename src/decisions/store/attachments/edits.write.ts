import type { Database } from "../../../kernel/database/database.ts";
import { attachmentEditTables } from "./edits.tables.ts";

/** Notes that an edit added a file to its post, or took it away, in this version. */
export async function writeAttachmentEdit(
  db: Database,
  edit: { readonly attachmentId: string; readonly postId: string; readonly version: number },
  what: "added" | "removed",
): Promise<void> {
  const { attachmentId, postId, version } = edit;
  const versions = { added_version: null, removed_version: null, [`${what}_version`]: version };
  await attachmentEditTables(db)
    .insertInto("attachment_edits")
    .values({ attachment_id: attachmentId, post_id: postId, ...versions })
    .onConflict((conflict) => conflict.column("attachment_id").doUpdateSet({ removed_version: version }))
    .execute();
}

/** Forgets what edits did to a file that is forgotten itself. */
export async function deleteAttachmentEdit(db: Database, attachmentId: string): Promise<void> {
  await attachmentEditTables(db).deleteFrom("attachment_edits").where("attachment_id", "=", attachmentId).execute();
}
