import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** A public post by a community to all who listen. */
export type AnnouncementRow = {
  readonly id: string;
  readonly community_id: string;
  readonly written_by: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Markdown as written; empty once withdrawn. */
  readonly text: string;
  readonly published_at: Microseconds;
  readonly withdrawn_at: Microseconds | null;
};

/** A member's post elsewhere that the community passed on. */
export type SharedPostRow = {
  /** Names the boost, so that it can be taken back. */
  readonly id: string;
  readonly community_id: string;
  /** The post's id on its own server. */
  readonly uri: string;
  readonly author_uri: string;
  readonly shared_at: Microseconds;
};

export type AnnouncementTables = {
  readonly announcements: AnnouncementRow;
  readonly shared_posts: SharedPostRow;
};

/** The database, seen as the tables of what communities say to those who listen. */
export function announcementTables(database: Database) {
  return database.withTables<AnnouncementTables>();
}
