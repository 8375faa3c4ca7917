import { instantFromMicroseconds, instantOrNone, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import { threadAudiences, type PersonId, type PostId, type ThreadAudience, type ThreadId } from "../../model/thread.ts";
import { threadTables, type PostRow, type ThreadRow } from "./threads.tables.ts";

/** A thread as pages, commands and federation see it. */
export interface Thread {
  readonly id: ThreadId;
  readonly communityId: string;
  readonly authorId: PersonId;
  readonly title: string;
  readonly language: string;
  readonly audience: ThreadAudience;
  readonly openedAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly posts: number;
  /** Undefined while it is open. */
  readonly closedAt: Temporal.Instant | undefined;
  readonly closingReason: string;
  /** Undefined for one that is not pinned. */
  readonly pinnedAt: Temporal.Instant | undefined;
}

/** A post of a thread. */
export interface Post {
  readonly id: PostId;
  readonly threadId: ThreadId;
  readonly parentId: PostId | undefined;
  readonly place: number;
  readonly authorId: PersonId;
  readonly text: string;
  readonly version: number;
  readonly writtenAt: Temporal.Instant;
  readonly editedAt: Temporal.Instant | undefined;
  readonly removedAt: Temporal.Instant | undefined;
  readonly removalReason: string;
  readonly sourceUri: string | undefined;
  readonly path: string;
  readonly depth: number;
}

export async function threadById(db: Database, id: string): Promise<Thread | undefined> {
  const { rows } = await rowById(db, { id });
  return rows[0] === undefined ? undefined : threadFromRow(rows[0]);
}

const rowById = prepared((db, given: { id: string }) =>
  threadTables(db).selectFrom("threads").selectAll().where("id", "=", given.id),
);

/** A community's threads, the last written in first; `before` is the `lastAt` of the last one on the page before. */
export async function threadsOfCommunity(
  db: Database,
  communityId: string,
  page: {
    readonly audiences: readonly ThreadAudience[];
    readonly before: Temporal.Instant | undefined;
    readonly limit: number;
  },
): Promise<readonly Thread[]> {
  let query = threadTables(db).selectFrom("threads").selectAll().where("community_id", "=", communityId);
  // Whoever may read all of them is not asked for by audience: either way, one index has them in the order of the list.
  if (page.audiences.length < threadAudiences.length) query = query.where("audience", "in", page.audiences);
  if (page.before !== undefined) query = query.where("last_at", "<", microsecondsFromInstant(page.before));
  const rows = await query.orderBy("last_at", "desc").limit(page.limit).execute();
  return rows.map(threadFromRow);
}

export async function postById(db: Database, id: string): Promise<Post | undefined> {
  const row = await threadTables(db).selectFrom("thread_posts").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : postFromRow(row);
}

/** The post that came as the Note with this address. */
export async function postBySource(db: Database, uri: string): Promise<Post | undefined> {
  const row = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("source_uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : postFromRow(row);
}

/** The posts of a thread from one place on, in order. */
export async function postsOf(
  db: Database,
  threadId: string,
  page: { readonly from: number; readonly limit: number },
): Promise<readonly Post[]> {
  const rows = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("place", ">=", page.from)
    .orderBy("place")
    .limit(page.limit)
    .execute();
  return rows.map(postFromRow);
}

/** The posts of a thread so that answers stand below what they answer, after the one with this path. */
export async function postsNested(
  db: Database,
  threadId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Post[]> {
  const rows = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("path", ">", page.after)
    .orderBy("path")
    .limit(page.limit)
    .execute();
  return rows.map(postFromRow);
}

/** The last posts of a thread that stand, the newest first. */
export async function lastPostsOf(db: Database, threadId: string, limit: number): Promise<readonly Post[]> {
  const rows = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("place", "desc")
    .limit(limit)
    .execute();
  return rows.map(postFromRow).filter(({ removedAt }) => removedAt === undefined);
}

/** The posts that opened some threads, by thread. */
export async function firstPostsOf(db: Database, threadIds: readonly string[]): Promise<ReadonlyMap<string, Post>> {
  if (threadIds.length === 0) return new Map();
  const rows = await threadTables(db)
    .selectFrom("thread_posts")
    .selectAll()
    .where("thread_id", "in", threadIds)
    .where("place", "=", 0)
    .execute();
  return new Map(rows.map((row) => [row.thread_id, postFromRow(row)]));
}

/** A thread as it stands in its row. */
export function threadFromRow(row: ThreadRow): Thread {
  return {
    id: row.id as ThreadId,
    communityId: row.community_id,
    authorId: row.author_id as PersonId,
    title: row.title,
    language: row.language,
    audience: row.audience as ThreadAudience,
    openedAt: instantFromMicroseconds(row.opened_at),
    lastAt: instantFromMicroseconds(row.last_at),
    posts: row.posts,
    closedAt: instantOrNone(row.closed_at),
    closingReason: row.closing_reason,
    pinnedAt: instantOrNone(row.pinned_at),
  };
}

/** A post as it stands in its row. */
export function postFromRow(row: PostRow): Post {
  return {
    id: row.id as PostId,
    threadId: row.thread_id as ThreadId,
    parentId: (row.parent_id as PostId | null) ?? undefined,
    place: row.place,
    authorId: row.author_id as PersonId,
    text: row.text,
    version: row.version,
    writtenAt: instantFromMicroseconds(row.written_at),
    editedAt: instantOrNone(row.edited_at),
    removedAt: instantOrNone(row.removed_at),
    removalReason: row.removal_reason,
    sourceUri: row.source_uri ?? undefined,
    path: row.path,
    depth: row.depth,
  };
}
