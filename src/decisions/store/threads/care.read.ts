import { instantFromMicroseconds, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId, ThreadAudience } from "../../model/thread.ts";
import { careTables } from "./care.tables.ts";
import { threadFromRow, type Thread } from "./threads.read.ts";

/** So many threads are pinned in a community at most. */
export const mostPinned = 5;

/** A thread was closed or reopened, by whom and why. */
export interface ThreadTurn {
  readonly what: "closed" | "reopened";
  readonly personId: PersonId;
  readonly reason: string;
  readonly at: Temporal.Instant;
}

/** A text of a post as it once was, and when it was written. */
export interface PostVersion {
  readonly version: number;
  readonly text: string;
  readonly writtenAt: Temporal.Instant;
}

/** The tags of some threads, by thread. */
export async function tagsOf(
  db: Database,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (threadIds.length === 0) return new Map();
  const rows = await careTables(db)
    .selectFrom("thread_tags")
    .select(["thread_id", "tag"])
    .where("thread_id", "in", threadIds)
    .orderBy("tag")
    .execute();
  const byThread = Map.groupBy(rows, (row) => row.thread_id);
  return new Map([...byThread].map(([id, tagged]) => [id, tagged.map(({ tag }) => tag)]));
}

/** A community's threads with a tag, paged as those without. */
export async function threadsWithTag(
  db: Database,
  communityId: string,
  page: {
    readonly tag: string;
    readonly audiences: readonly ThreadAudience[];
    readonly before: Temporal.Instant | undefined;
    readonly limit: number;
  },
): Promise<readonly Thread[]> {
  let query = careTables(db)
    .selectFrom("thread_tags as tagged")
    .innerJoin("threads as thread", "thread.id", "tagged.thread_id")
    .selectAll("thread")
    .where("tagged.community_id", "=", communityId)
    .where("tagged.tag", "=", page.tag)
    .where("thread.audience", "in", page.audiences);
  if (page.before !== undefined) query = query.where("tagged.last_at", "<", microsecondsFromInstant(page.before));
  const rows = await query.orderBy("tagged.last_at", "desc").limit(page.limit).execute();
  return rows.map(threadFromRow);
}

/** The threads that stewards keep on top, the last pinned first. */
export async function pinnedThreads(
  db: Database,
  communityId: string,
  audiences: readonly ThreadAudience[],
): Promise<readonly Thread[]> {
  const rows = await careTables(db)
    .selectFrom("threads")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("pinned_at", "is not", null)
    .where("audience", "in", audiences)
    .orderBy("pinned_at", "desc")
    .limit(mostPinned)
    .execute();
  return rows.map(threadFromRow);
}

/** When and why a thread was closed and reopened, the last first; at most ten. */
export async function turnsOf(db: Database, threadId: string): Promise<readonly ThreadTurn[]> {
  const rows = await careTables(db)
    .selectFrom("thread_turns")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("place", "desc")
    .limit(10)
    .execute();
  return rows.map((row) => ({
    what: row.what as ThreadTurn["what"],
    personId: row.person_id as PersonId,
    reason: row.reason,
    at: instantFromMicroseconds(row.at),
  }));
}

/** The texts of a post that were replaced, the first one first. */
export async function versionsOf(db: Database, postId: string): Promise<readonly PostVersion[]> {
  const rows = await careTables(db)
    .selectFrom("thread_post_versions")
    .selectAll()
    .where("post_id", "=", postId)
    .orderBy("version")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    text: row.text,
    writtenAt: instantFromMicroseconds(row.written_at),
  }));
}
