import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AttachedElsewhere } from "../../model/attachments/elsewhere.ts";
import type { Attachment } from "./attachments.read.ts";
import { attachmentTables } from "./attachments.tables.ts";
import { deleteAttachmentEdit } from "./edits.write.ts";

/** A file that waits to be sent with a post. */
export async function insertUnsentFile(
  db: Database,
  file: Omit<Attachment, "postId" | "removedAt" | "removalReason">,
): Promise<void> {
  await attachmentTables(db)
    .insertInto("attachments")
    .values({
      id: file.id,
      community_id: file.communityId,
      person_id: file.personId,
      post_id: null,
      place: 0,
      name: file.name,
      media_type: file.mediaType,
      alt: file.alt,
      size: file.size,
      digest: file.digest,
      preview_digest: file.picture?.previewDigest ?? null,
      width: file.picture?.width ?? null,
      height: file.picture?.height ?? null,
      added_at: microsecondsFromInstant(file.addedAt),
      removed_at: null,
      removal_reason: "",
    })
    .execute();
  await addToTotal(db, file.communityId, file.size);
}

/** Gives a file to a post, at its place, with what it shows. */
export async function giveToPost(
  db: Database,
  id: string,
  to: { readonly postId: string; readonly place: number; readonly alt: string },
): Promise<void> {
  await attachmentTables(db)
    .updateTable("attachments")
    .set({ post_id: to.postId, place: to.place, alt: to.alt })
    .where("id", "=", id)
    .execute();
}

/** Takes a file away from a post that stands: what it was goes, that it was there stays. `reason` is a steward's. */
export async function emptyAttachment(
  db: Database,
  file: Attachment,
  at: Temporal.Instant,
  reason: string,
): Promise<void> {
  await attachmentTables(db)
    .updateTable("attachments")
    .set({
      name: "",
      alt: "",
      size: 0,
      digest: "",
      preview_digest: null,
      width: null,
      height: null,
      removed_at: microsecondsFromInstant(at),
      removal_reason: reason,
    })
    .where("id", "=", file.id)
    .execute();
  await addToTotal(db, file.communityId, -file.size);
}

/** Forgets a file altogether. */
export async function deleteAttachment(db: Database, file: Attachment): Promise<void> {
  await attachmentTables(db).deleteFrom("attachments").where("id", "=", file.id).execute();
  await deleteAttachmentEdit(db, file.id);
  await addToTotal(db, file.communityId, -file.size);
}

/** What `joined` brought `kept` brought afterwards. */
export async function carryAttachments(db: Database, kept: string, joined: string): Promise<void> {
  await attachmentTables(db)
    .updateTable("attachments")
    .set({ person_id: kept })
    .where("person_id", "=", joined)
    .execute();
}

/** A post from another server carries this there, and nothing else any more. */
export async function writeAttachedElsewhere(
  db: Database,
  postId: string,
  attached: readonly AttachedElsewhere[],
): Promise<void> {
  await attachmentTables(db).deleteFrom("attached_elsewhere").where("post_id", "=", postId).execute();
  if (attached.length === 0) return;
  await attachmentTables(db)
    .insertInto("attached_elsewhere")
    .values(attached.map(({ kind, url, alt }, place) => ({ post_id: postId, place, kind, url, alt })))
    .execute();
}

/** What the posts of somebody from another server carry there is forgotten with them. */
export async function forgetAttachedElsewhere(db: Database, personId: string): Promise<void> {
  const posts = db
    .withTables<{ readonly thread_posts: { readonly id: string; readonly author_id: string } }>()
    .selectFrom("thread_posts")
    .select("id")
    .where("author_id", "=", personId);
  await attachmentTables(db).deleteFrom("attached_elsewhere").where("post_id", "in", posts).execute();
}

async function addToTotal(db: Database, communityId: string, bytes: number): Promise<void> {
  await attachmentTables(db)
    .insertInto("attachment_totals")
    .values({ community_id: communityId, bytes })
    .onConflict((conflict) =>
      conflict.column("community_id").doUpdateSet((row) => ({ bytes: row("attachment_totals.bytes", "+", bytes) })),
    )
    .execute();
}
