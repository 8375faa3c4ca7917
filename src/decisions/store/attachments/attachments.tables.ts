import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A file somebody brought: waiting to be sent with a post, or a post's. What it holds is kept elsewhere, under its digest. */
export type AttachmentRow = {
  readonly id: string;
  readonly community_id: string;
  readonly person_id: string;
  /** Null until it is sent with a post. */
  readonly post_id: string | null;
  /** In the order in which the post shows them, from 0. */
  readonly place: number;
  readonly name: string;
  readonly media_type: string;
  /** What a picture shows, in words. */
  readonly alt: string;
  readonly size: number;
  /** SHA-256 of the file as it is served; empty once it was taken away. */
  readonly digest: string;
  /** Of the small one of a picture; null for other files. */
  readonly preview_digest: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly added_at: Microseconds;
  /** When it was taken away from a post that stands. */
  readonly removed_at: Microseconds | null;
  /** Why a steward took it away; empty when its author did. */
  readonly removal_reason: string;
};

/** What a post from another server carries there. */
export type ElsewhereRow = {
  readonly post_id: string;
  readonly place: number;
  /** One of `AttachedElsewhere`. */
  readonly kind: string;
  readonly url: string;
  readonly alt: string;
};

/** How many bytes the files of a community hold together. */
export type AttachmentTotalRow = { readonly community_id: string; readonly bytes: number };

type AttachmentTables = {
  readonly attachments: AttachmentRow;
  readonly attached_elsewhere: ElsewhereRow;
  readonly attachment_totals: AttachmentTotalRow;
};

/** The database, seen as the tables of what posts carry. */
export function attachmentTables(database: Database) {
  return database.withTables<AttachmentTables>();
}
