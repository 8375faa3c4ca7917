import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A request for comments; its number is given once in its community. */
export type RequestRow = {
  readonly id: string;
  readonly community_id: string;
  readonly number: number;
  readonly thread_id: string;
  readonly author_id: string;
  readonly title: string;
  readonly state: string;
  /** The newest version of its words. */
  readonly version: number;
  /** The request whose place it takes once it is final. */
  readonly supersedes: string | null;
  readonly superseded_by: string | null;
  readonly opened_at: Microseconds;
  readonly moved_at: Microseconds;
  /** Null but in the last call and after it. */
  readonly last_call_ends_at: Microseconds | null;
};

/** Its words at one time. Written once. */
export type RequestVersionRow = {
  readonly request_id: string;
  readonly version: number;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** What changed, in a few words. */
  readonly note: string;
  readonly written_by: string;
  readonly written_at: Microseconds;
};

/** That it was moved to a state, when and by whom. */
export type RequestMoveRow = {
  readonly request_id: string;
  readonly place: number;
  readonly state: string;
  readonly moved_by: string;
  readonly moved_at: Microseconds;
  /** Why; Markdown. */
  readonly note: string;
};

export type RequestTables = {
  readonly comment_requests: RequestRow;
  readonly comment_request_versions: RequestVersionRow;
  readonly comment_request_moves: RequestMoveRow;
};

/** The database, seen as the tables of requests for comments. */
export function requestTables(database: Database) {
  return database.withTables<RequestTables>();
}
