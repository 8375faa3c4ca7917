import type { Database } from "../../../kernel/database/database.ts";
import { letGoOfFiles } from "../../../kernel/media/kept-files.ts";
import { attachmentsOf, type Attachment } from "../../store/attachments/attachments.read.ts";
import { deleteAttachment, writeAttachedElsewhere } from "../../store/attachments/attachments.write.ts";

/** The digests by which a file is kept: its own, and that of its preview. */
export function digestsOf(file: Attachment): readonly string[] {
  if (file.digest === "") return [];
  return file.picture === undefined ? [file.digest] : [file.digest, file.picture.previewDigest];
}

/** Forgets files, and what they held unless something else holds the same. */
export async function letGoOfAttachments(db: Database, files: readonly Attachment[]): Promise<void> {
  for (const file of files) {
    await letGoOfFiles(db, digestsOf(file));
    await deleteAttachment(db, file);
  }
}

/** A post that goes takes all that it carries with it, and what is known of what it carries elsewhere. */
export async function letGoOfAllAt(db: Database, postId: string): Promise<void> {
  const files = await attachmentsOf(db, [postId]);
  await letGoOfAttachments(db, files.get(postId) ?? []);
  await writeAttachedElsewhere(db, postId, []);
}
