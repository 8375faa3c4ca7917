import type { Database } from "../../../kernel/database/database.ts";

/** A file that an edit of its post added or took away; the others came with the post. */
export type AttachmentEditRow = {
  readonly attachment_id: string;
  readonly post_id: string;
  /** The version of the post that brought it; null where it came with the first. */
  readonly added_version: number | null;
  /** The version without it; null while it is there, and where it was not an edit that took it away. */
  readonly removed_version: number | null;
};

/** The database, seen as the table of what edits of posts did to their files. */
export function attachmentEditTables(database: Database) {
  return database.withTables<{ readonly attachment_edits: AttachmentEditRow }>();
}
