import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { WallPostState, WallRule } from "../../model/wall/wall.ts";
import type { WallPost } from "./wall.read.ts";
import { wallTables } from "./wall.tables.ts";

export async function insertWallPost(db: Database, post: WallPost): Promise<void> {
  await wallTables(db)
    .insertInto("gathering_wall_posts")
    .values({
      id: post.id,
      gathering_id: post.gatheringId,
      uri: post.uri,
      url: post.url,
      author_uri: post.authorUri,
      author_handle: post.authorHandle,
      author_name: post.authorName,
      author_host: post.authorHost,
      html: post.html,
      language: post.language ?? null,
      state: post.state,
      posted_at: microsecondsFromInstant(post.postedAt),
    })
    .execute();
}

export async function updateWallPost(db: Database, post: WallPost): Promise<void> {
  await wallTables(db)
    .updateTable("gathering_wall_posts")
    .set({
      url: post.url,
      author_handle: post.authorHandle,
      author_name: post.authorName,
      html: post.html,
      language: post.language ?? null,
      state: post.state,
    })
    .where("id", "=", post.id)
    .execute();
}

export async function updateWallState(db: Database, id: string, state: WallPostState): Promise<void> {
  await wallTables(db).updateTable("gathering_wall_posts").set({ state }).where("id", "=", id).execute();
}

export async function deleteWallPost(db: Database, id: string): Promise<void> {
  await wallTables(db).deleteFrom("gathering_wall_posts").where("id", "=", id).execute();
}

/** Takes all that somebody wrote off every wall. */
export async function deleteWallPostsBy(db: Database, authorUri: string): Promise<void> {
  await wallTables(db).deleteFrom("gathering_wall_posts").where("author_uri", "=", authorUri).execute();
  await wallTables(db).deleteFrom("gathering_wall_refusers").where("author_uri", "=", authorUri).execute();
}

/** Takes all that somebody wrote off the wall of a gathering, and notes that they want nothing there. */
export async function refuseWall(db: Database, gatheringId: string, authorUri: string): Promise<void> {
  await wallTables(db)
    .deleteFrom("gathering_wall_posts")
    .where("gathering_id", "=", gatheringId)
    .where("author_uri", "=", authorUri)
    .execute();
  await wallTables(db)
    .insertInto("gathering_wall_refusers")
    .values({ gathering_id: gatheringId, author_uri: authorUri })
    .onConflict((conflict) => conflict.columns(["author_uri", "gathering_id"]).doNothing())
    .execute();
}

export async function putWallRule(db: Database, gatheringId: string, rule: WallRule): Promise<void> {
  await wallTables(db)
    .insertInto("gathering_wall_rules")
    .values({ gathering_id: gatheringId, rule })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet({ rule }))
    .execute();
}

/** Removes everything of a gathering's wall but its rule. */
export async function clearWall(db: Database, gatheringId: string): Promise<void> {
  await wallTables(db).deleteFrom("gathering_wall_posts").where("gathering_id", "=", gatheringId).execute();
  await wallTables(db).deleteFrom("gathering_wall_refusers").where("gathering_id", "=", gatheringId).execute();
}
