import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { announcementTables, type AnnouncementRow, type SharedPostRow } from "./announcements.tables.ts";

/** A public post by a community. */
export interface Announcement {
  readonly id: string;
  readonly communityId: CommunityId;
  readonly writtenBy: PersonId;
  readonly language: string;
  /** Markdown as written; empty once withdrawn. */
  readonly text: string;
  readonly publishedAt: Temporal.Instant;
  readonly isWithdrawn: boolean;
}

/** One announcement, withdrawn ones included. */
export async function announcementById(database: Database, id: string): Promise<Announcement | undefined> {
  const row = await announcementTables(database)
    .selectFrom("announcements")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : announcementFromRow(row);
}

/** What a community said last, the newest first; at most `limit`, without what was withdrawn. */
export async function announcementsOf(
  database: Database,
  communityId: string,
  limit: number,
): Promise<readonly Announcement[]> {
  const rows = await announcementTables(database)
    .selectFrom("announcements")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("withdrawn_at", "is", null)
    .orderBy("published_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(announcementFromRow);
}

/** A post that a community passed on. */
export interface SharedPost {
  readonly id: string;
  readonly communityId: CommunityId;
  readonly uri: string;
  readonly authorUri: string;
  readonly sharedAt: Temporal.Instant;
}

/** The post that a community passed on, by its URI. */
export async function sharedPost(
  database: Database,
  communityId: string,
  uri: string,
): Promise<SharedPost | undefined> {
  const row = await announcementTables(database)
    .selectFrom("shared_posts")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : sharedPostFromRow(row);
}

/** Everywhere a post was passed on by a community of this server; at most 100. */
export async function sharesOf(database: Database, uri: string): Promise<readonly SharedPost[]> {
  const rows = await announcementTables(database)
    .selectFrom("shared_posts")
    .selectAll()
    .where("uri", "=", uri)
    .orderBy("community_id")
    .limit(100)
    .execute();
  return rows.map(sharedPostFromRow);
}

function sharedPostFromRow(row: SharedPostRow): SharedPost {
  return {
    id: row.id,
    communityId: row.community_id as CommunityId,
    uri: row.uri,
    authorUri: row.author_uri,
    sharedAt: instantFromMicroseconds(row.shared_at),
  };
}

function announcementFromRow(row: AnnouncementRow): Announcement {
  return {
    id: row.id,
    communityId: row.community_id as CommunityId,
    writtenBy: row.written_by as PersonId,
    language: row.language,
    text: row.text,
    publishedAt: instantFromMicroseconds(row.published_at),
    isWithdrawn: row.withdrawn_at !== null,
  };
}
