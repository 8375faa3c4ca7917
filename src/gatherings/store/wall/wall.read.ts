import type { CleanedHtml } from "../../../kernel/base/cleaned-html.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostWallPosts, usualWallRule, type WallPostState, type WallRule } from "../../model/wall/wall.ts";
import { wallTables, type WallPostRow } from "./wall.tables.ts";

/** A public post about a gathering. */
export interface WallPost {
  readonly id: string;
  readonly gatheringId: string;
  readonly uri: string;
  /** The page that people see. */
  readonly url: string;
  readonly authorUri: string;
  readonly authorHandle: string;
  readonly authorName: string;
  readonly authorHost: string;
  readonly html: CleanedHtml;
  readonly language: string | undefined;
  readonly state: WallPostState;
  readonly postedAt: Temporal.Instant;
}

/** Of an author, at all gatherings of a server. */
const mostOfAuthor = 500;

/** A gathering's posts that stand so, the newest first; those before an instant, at most `limit`. */
export async function wallPostsOf(
  db: Database,
  gatheringId: string,
  state: WallPostState,
  page: { readonly before?: Temporal.Instant | undefined; readonly limit: number },
): Promise<readonly WallPost[]> {
  const before = page.before === undefined ? Number.MAX_SAFE_INTEGER : microsecondsFromInstant(page.before);
  const rows = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", state)
    .where("posted_at", "<", before)
    .orderBy("posted_at", "desc")
    .limit(page.limit)
    .execute();
  return rows.map(postFromRow);
}

/** How many posts of a gathering stand so; a gathering keeps no more than a few hundred. */
export async function countWallPosts(db: Database, gatheringId: string, state: WallPostState): Promise<number> {
  const rows = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .select("id")
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", state)
    .limit(mostWallPosts.all)
    .execute();
  return rows.length;
}

/** How many posts a gathering keeps, and how many of them are of this author. */
export async function countKept(
  db: Database,
  gatheringId: string,
  authorUri: string,
): Promise<{ readonly all: number; readonly ofAuthor: number }> {
  const rows = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .select("author_uri")
    .where("gathering_id", "=", gatheringId)
    .limit(mostWallPosts.all)
    .execute();
  return { all: rows.length, ofAuthor: rows.filter((row) => row.author_uri === authorUri).length };
}

export async function wallPostById(db: Database, id: string): Promise<WallPost | undefined> {
  const row = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : postFromRow(row);
}

/** A post by its address on its own server; it stands on one wall at most. */
export async function wallPostByUri(db: Database, uri: string): Promise<WallPost | undefined> {
  const row = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .selectAll()
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : postFromRow(row);
}

/** What somebody wrote, on every wall. */
export async function wallPostsBy(db: Database, authorUri: string): Promise<readonly WallPost[]> {
  const rows = await wallTables(db)
    .selectFrom("gathering_wall_posts")
    .selectAll()
    .where("author_uri", "=", authorUri)
    .limit(mostOfAuthor)
    .execute();
  return rows.map(postFromRow);
}

/** How posts come onto the wall of a gathering. */
export async function wallRuleOf(db: Database, gatheringId: string): Promise<WallRule> {
  const row = await wallTables(db)
    .selectFrom("gathering_wall_rules")
    .select("rule")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return (row?.rule ?? usualWallRule) as WallRule;
}

/** Whether somebody said STOP to a gathering, and so wants none of their posts on its wall. */
export async function refusesWall(db: Database, gatheringId: string, authorUri: string): Promise<boolean> {
  const row = await wallTables(db)
    .selectFrom("gathering_wall_refusers")
    .select("author_uri")
    .where("author_uri", "=", authorUri)
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row !== undefined;
}

function postFromRow(row: WallPostRow): WallPost {
  return {
    id: row.id,
    gatheringId: row.gathering_id,
    uri: row.uri,
    url: row.url,
    authorUri: row.author_uri,
    authorHandle: row.author_handle,
    authorName: row.author_name,
    authorHost: row.author_host,
    // Cleaned when it was written.
    html: row.html as CleanedHtml,
    language: row.language ?? undefined,
    state: row.state as WallPostState,
    postedAt: instantFromMicroseconds(row.posted_at),
  };
}
