import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { announcementTables } from "./announcements.tables.ts";

/** Writes down what a community says to all who listen. */
export async function insertAnnouncement(
  database: Database,
  announcement: {
    readonly id: string;
    readonly communityId: string;
    readonly writtenBy: string;
    readonly language: string;
    readonly text: string;
    readonly publishedAt: Temporal.Instant;
  },
): Promise<void> {
  await announcementTables(database)
    .insertInto("announcements")
    .values({
      id: announcement.id,
      community_id: announcement.communityId,
      written_by: announcement.writtenBy,
      language: announcement.language,
      text: announcement.text,
      published_at: microsecondsFromInstant(announcement.publishedAt),
      withdrawn_at: null,
    })
    .execute();
}

/** Takes an announcement back; its text goes. */
export async function withdrawAnnouncementRow(database: Database, id: string, at: Temporal.Instant): Promise<void> {
  await announcementTables(database)
    .updateTable("announcements")
    .set({ withdrawn_at: microsecondsFromInstant(at), text: "" })
    .where("id", "=", id)
    .execute();
}

/** Writes down that a community passed a post on. */
export async function insertSharedPost(
  database: Database,
  post: {
    readonly id: string;
    readonly communityId: string;
    readonly uri: string;
    readonly authorUri: string;
    readonly sharedAt: Temporal.Instant;
  },
): Promise<void> {
  await announcementTables(database)
    .insertInto("shared_posts")
    .values({
      id: post.id,
      community_id: post.communityId,
      uri: post.uri,
      author_uri: post.authorUri,
      shared_at: microsecondsFromInstant(post.sharedAt),
    })
    .execute();
}

/** Forgets a post that was passed on. */
export async function deleteSharedPost(database: Database, communityId: string, uri: string): Promise<void> {
  await announcementTables(database)
    .deleteFrom("shared_posts")
    .where("community_id", "=", communityId)
    .where("uri", "=", uri)
    .execute();
}
