import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ThreadTables } from "./threads.tables.ts";

/** A tag of a thread. */
export type ThreadTagRow = {
  readonly thread_id: string;
  readonly tag: string;
  readonly community_id: string;
  /** As that of the thread: lists by tag go by it. */
  readonly last_at: Microseconds;
};

/** A thread was closed or reopened. */
export type ThreadTurnRow = {
  readonly thread_id: string;
  /** From 0, in the order in which it happened. */
  readonly place: number;
  /** `closed` or `reopened`. */
  readonly what: string;
  readonly person_id: string;
  readonly reason: string;
  readonly at: Microseconds;
};

type CareTables = ThreadTables & {
  readonly thread_tags: ThreadTagRow;
  readonly thread_turns: ThreadTurnRow;
};

/** The database, seen as the tables of threads and of what is done to look after them. */
export function careTables(database: Database) {
  return database.withTables<CareTables>();
}
