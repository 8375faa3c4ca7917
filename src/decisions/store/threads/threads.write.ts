import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { nestingOf } from "../../model/threads/nesting.ts";
import { careTables } from "./care.tables.ts";
import type { Post, Thread } from "./threads.read.ts";
import { threadTables } from "./threads.tables.ts";

/** A new thread; its first post is written after it. */
export async function insertThread(
  db: Database,
  thread: Omit<Thread, "lastAt" | "posts" | "closedAt" | "closingReason" | "pinnedAt">,
): Promise<void> {
  const openedAt = microsecondsFromInstant(thread.openedAt);
  await threadTables(db)
    .insertInto("threads")
    .values({
      id: thread.id,
      community_id: thread.communityId,
      author_id: thread.authorId,
      title: thread.title,
      language: thread.language,
      audience: thread.audience,
      opened_at: openedAt,
      last_at: openedAt,
      posts: 0,
      closed_at: null,
      closing_reason: "",
      pinned_at: null,
    })
    .execute();
}

/** A new post at the end of its thread; gives back its place. */
export async function insertPost(
  db: Database,
  post: Pick<Post, "id" | "threadId" | "parentId" | "authorId" | "text" | "writtenAt" | "sourceUri">,
): Promise<number> {
  const writtenAt = microsecondsFromInstant(post.writtenAt);
  const { posts } = await threadTables(db)
    .updateTable("threads")
    .set((row) => ({ posts: row("posts", "+", 1), last_at: writtenAt }))
    .where("id", "=", post.threadId)
    .returning("posts")
    .executeTakeFirstOrThrow();
  const parent =
    post.parentId === undefined
      ? undefined
      : await threadTables(db)
          .selectFrom("thread_posts")
          .select(["place", "path", "depth"])
          .where("id", "=", post.parentId)
          .executeTakeFirst();
  await careTables(db)
    .updateTable("thread_tags")
    .set({ last_at: writtenAt })
    .where("thread_id", "=", post.threadId)
    .execute();
  await threadTables(db)
    .insertInto("thread_posts")
    .values({
      id: post.id,
      thread_id: post.threadId,
      parent_id: post.parentId ?? null,
      place: posts - 1,
      author_id: post.authorId,
      text: post.text,
      version: 1,
      written_at: writtenAt,
      edited_at: null,
      removed_at: null,
      removal_reason: "",
      source_uri: post.sourceUri ?? null,
      ...nestingOf(posts - 1, parent),
    })
    .execute();
  return posts - 1;
}
