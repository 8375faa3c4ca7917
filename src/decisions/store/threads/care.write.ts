import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { changeText, withdrawText } from "../search/search.write.ts";
import { careTables } from "./care.tables.ts";
import type { ThreadTurn } from "./care.read.ts";
import { deleteVoices } from "./voices.write.ts";
import type { Post, Thread } from "./threads.read.ts";

/** Replaces the text of a post; what stood there is kept as a version. */
export async function replaceText(db: Database, post: Post, text: string, at: Temporal.Instant): Promise<void> {
  const writtenAt = microsecondsFromInstant(post.editedAt ?? post.writtenAt);
  await careTables(db)
    .insertInto("thread_post_versions")
    .values({ post_id: post.id, version: post.version, text: post.text, written_at: writtenAt })
    .execute();
  await careTables(db)
    .updateTable("thread_posts")
    .set({ text, version: post.version + 1, edited_at: microsecondsFromInstant(at) })
    .where("id", "=", post.id)
    .execute();
  await changeText(db, post.id, text);
}

/** Empties a post with every version of it; `reason` is a steward's, empty when its author takes it back. */
export async function emptyPost(db: Database, postId: string, at: Temporal.Instant, reason: string): Promise<void> {
  await careTables(db).deleteFrom("thread_post_versions").where("post_id", "=", postId).execute();
  await deleteVoices(db, postId);
  await withdrawText(db, postId);
  await careTables(db)
    .updateTable("thread_posts")
    .set({ text: "", removed_at: microsecondsFromInstant(at), removal_reason: reason })
    .where("id", "=", postId)
    .execute();
}

/** Closes or reopens a thread, and writes down who did and why. */
export async function turnThread(db: Database, threadId: string, turn: ThreadTurn): Promise<void> {
  const at = microsecondsFromInstant(turn.at);
  const last = await careTables(db)
    .selectFrom("thread_turns")
    .select("place")
    .where("thread_id", "=", threadId)
    .orderBy("place", "desc")
    .limit(1)
    .executeTakeFirst();
  await careTables(db)
    .insertInto("thread_turns")
    .values({
      thread_id: threadId,
      place: (last?.place ?? -1) + 1,
      what: turn.what,
      person_id: turn.personId,
      reason: turn.reason,
      at,
    })
    .execute();
  const closed = turn.what === "closed";
  await careTables(db)
    .updateTable("threads")
    .set({ closed_at: closed ? at : null, closing_reason: closed ? turn.reason : "" })
    .where("id", "=", threadId)
    .execute();
}

/** Pins a thread at an instant, or pins it no more. */
export async function writePin(db: Database, threadId: string, at: Temporal.Instant | undefined): Promise<void> {
  await careTables(db)
    .updateTable("threads")
    .set({ pinned_at: at === undefined ? null : microsecondsFromInstant(at) })
    .where("id", "=", threadId)
    .execute();
}

/** Gives a thread these tags instead of those it had. */
export async function writeTags(db: Database, thread: Thread, tags: readonly string[]): Promise<void> {
  await careTables(db).deleteFrom("thread_tags").where("thread_id", "=", thread.id).execute();
  if (tags.length === 0) return;
  const shared = {
    thread_id: thread.id,
    community_id: thread.communityId,
    last_at: microsecondsFromInstant(thread.lastAt),
  };
  await careTables(db)
    .insertInto("thread_tags")
    .values(tags.map((tag) => ({ ...shared, tag })))
    .execute();
}
