import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One conversation of a community. */
export type ThreadRow = {
  readonly id: string;
  readonly community_id: string;
  readonly author_id: string;
  readonly title: string;
  /** BCP 47 tag of the title and the first post. */
  readonly language: string;
  /** A {@link ThreadAudience}. */
  readonly audience: string;
  readonly opened_at: Microseconds;
  /** When the last post was written; lists go by it. */
  readonly last_at: Microseconds;
  /** How many posts it has, removed ones included: the place of the next one. */
  readonly posts: number;
  readonly closed_at: Microseconds | null;
  /** Why it was closed; empty while it is open. */
  readonly closing_reason: string;
  /** When stewards pinned it to the top; null for one that is not. */
  readonly pinned_at: Microseconds | null;
};

/** One post of a thread; the one at place 0 opened it. */
export type PostRow = {
  readonly id: string;
  readonly thread_id: string;
  /** The post it answers; null for the first, and for one that answers the thread. */
  readonly parent_id: string | null;
  /** In the order in which they were taken, from 0. */
  readonly place: number;
  readonly author_id: string;
  /** Markdown as written; of a post from another server, plain text. Empty once removed. */
  readonly text: string;
  /** From 1; grows with each edit. */
  readonly version: number;
  readonly written_at: Microseconds;
  readonly edited_at: Microseconds | null;
  readonly removed_at: Microseconds | null;
  /** Why a steward removed it; empty when it stands or its author took it back. */
  readonly removal_reason: string;
  /** The address of the Note it came as; null for one written here. */
  readonly source_uri: string | null;
  /** Sorts posts so that answers stand below what they answer; see `nestingOf`. */
  readonly path: string;
  readonly depth: number;
};

/** A text of a post that was replaced. */
export type PostVersionRow = {
  readonly post_id: string;
  readonly version: number;
  readonly text: string;
  readonly written_at: Microseconds;
};

export type ThreadTables = {
  readonly threads: ThreadRow;
  readonly thread_posts: PostRow;
  readonly thread_post_versions: PostVersionRow;
};

/** The database, seen as the tables of threads. */
export function threadTables(database: Database) {
  return database.withTables<ThreadTables>();
}
