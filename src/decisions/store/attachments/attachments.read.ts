import { instantFromMicroseconds, instantOrNone, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostEverOfPost, mostOfPost, type AttachmentId } from "../../model/attachments/attachments.ts";
import { mostElsewhere, type AttachedElsewhere } from "../../model/attachments/elsewhere.ts";
import type { PersonId, PostId } from "../../model/thread.ts";
import { attachmentTables, type AttachmentRow } from "./attachments.tables.ts";

/** A file that somebody brought. */
export interface Attachment {
  readonly id: AttachmentId;
  readonly communityId: string;
  readonly personId: PersonId;
  /** Undefined while it waits to be sent with a post. */
  readonly postId: PostId | undefined;
  readonly name: string;
  readonly mediaType: string;
  readonly alt: string;
  /** In bytes. */
  readonly size: number;
  readonly digest: string;
  readonly addedAt: Temporal.Instant;
  /** Set for a picture. */
  readonly picture: { readonly width: number; readonly height: number; readonly previewDigest: string } | undefined;
  /** Undefined while it is there. */
  readonly removedAt: Temporal.Instant | undefined;
  readonly removalReason: string;
}

export async function attachmentById(db: Database, id: string): Promise<Attachment | undefined> {
  const row = await attachmentTables(db).selectFrom("attachments").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : attachmentFromRow(row);
}

/** What some posts carry, by post; with those that were taken away, in their places. */
export async function attachmentsOf(
  db: Database,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await attachmentTables(db)
    .selectFrom("attachments")
    .selectAll()
    .where("post_id", "in", postIds)
    .orderBy("place")
    .limit(postIds.length * mostEverOfPost)
    .execute();
  return Map.groupBy(rows.map(attachmentFromRow), ({ postId }) => postId ?? "");
}

/** What somebody brought to a community since then and has not sent with a post, the first one first. */
export async function unsentFiles(
  db: Database,
  about: { readonly personId: string; readonly communityId: string; readonly since: Temporal.Instant },
): Promise<readonly Attachment[]> {
  const rows = await attachmentTables(db)
    .selectFrom("attachments")
    .selectAll()
    .where("person_id", "=", about.personId)
    .where("added_at", ">", microsecondsFromInstant(about.since))
    .where("community_id", "=", about.communityId)
    .where("post_id", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .limit(2 * mostOfPost)
    .execute();
  return rows.map(attachmentFromRow);
}

/** How many files somebody brought since then, and how many bytes they hold. */
export async function broughtSince(
  db: Database,
  personId: string,
  since: Temporal.Instant,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const rows = await attachmentTables(db)
    .selectFrom("attachments")
    .select("size")
    .where("person_id", "=", personId)
    .where("added_at", ">", microsecondsFromInstant(since))
    .limit(1_000)
    .execute();
  return { files: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) };
}

/** How many bytes the files of a community hold. */
export async function bytesOfCommunity(db: Database, communityId: string): Promise<number> {
  const row = await attachmentTables(db)
    .selectFrom("attachment_totals")
    .select("bytes")
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** Everything somebody brought, for them to take along or to be let go. */
export async function attachmentsOfPerson(db: Database, personId: string): Promise<readonly Attachment[]> {
  const rows = await attachmentTables(db)
    .selectFrom("attachments")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(attachmentFromRow);
}

/** What some posts from other servers carry there, by post. */
export async function attachedElsewhere(
  db: Database,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AttachedElsewhere[]>> {
  if (postIds.length === 0) return new Map();
  const rows = await attachmentTables(db)
    .selectFrom("attached_elsewhere")
    .selectAll()
    .where("post_id", "in", postIds)
    .orderBy("post_id")
    .orderBy("place")
    .limit(postIds.length * mostElsewhere)
    .execute();
  const byPost = Map.groupBy(rows, (row) => row.post_id);
  return new Map(
    [...byPost].map(([id, attached]) => [
      id,
      attached.map(({ kind, url, alt }) => ({ kind: kind as AttachedElsewhere["kind"], url, alt })),
    ]),
  );
}

function attachmentFromRow(row: AttachmentRow): Attachment {
  const { width, height, preview_digest: previewDigest } = row;
  return {
    id: row.id as AttachmentId,
    communityId: row.community_id,
    personId: row.person_id as PersonId,
    postId: (row.post_id as PostId | null) ?? undefined,
    name: row.name,
    mediaType: row.media_type,
    alt: row.alt,
    size: row.size,
    digest: row.digest,
    addedAt: instantFromMicroseconds(row.added_at),
    picture: width === null || height === null || previewDigest === null ? undefined : { width, height, previewDigest },
    removedAt: instantOrNone(row.removed_at),
    removalReason: row.removal_reason,
  };
}
