import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { RequestId, RequestState } from "../../model/requests/request.ts";
import type { PersonId, ThreadAudience, ThreadId } from "../../model/thread.ts";
import type { ThreadTables } from "../threads/threads.tables.ts";
import { requestTables, type RequestRow, type RequestTables } from "./requests.tables.ts";

/** A request for comments as pages, commands and federation see it. */
export interface CommentRequest {
  readonly id: RequestId;
  readonly communityId: string;
  readonly number: number;
  readonly threadId: ThreadId;
  readonly authorId: PersonId;
  readonly title: string;
  readonly state: RequestState;
  readonly version: number;
  readonly supersedes: string | undefined;
  readonly supersededBy: string | undefined;
  readonly openedAt: Temporal.Instant;
  readonly movedAt: Temporal.Instant;
  readonly lastCallEndsAt: Temporal.Instant | undefined;
}

/** Its words at one time. */
export interface RequestVersion {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Temporal.Instant;
}

/** That it was moved to a state. */
export interface RequestMove {
  readonly place: number;
  readonly state: RequestState;
  readonly movedBy: PersonId;
  readonly movedAt: Temporal.Instant;
  readonly note: string;
}

export async function requestById(db: Database, id: string): Promise<CommentRequest | undefined> {
  const row = await requestTables(db)
    .selectFrom("comment_requests")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : requestFromRow(row);
}

export async function requestByNumber(
  db: Database,
  communityId: string,
  number: number,
): Promise<CommentRequest | undefined> {
  const row = await requestTables(db)
    .selectFrom("comment_requests")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? undefined : requestFromRow(row);
}

/** The highest number that a community has given; 0 before the first. */
export async function highestNumber(db: Database, communityId: string): Promise<number> {
  const row = await requestTables(db)
    .selectFrom("comment_requests")
    .select("number")
    .where("community_id", "=", communityId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

/** The requests of a community in one state that these readers may see, the newest number first, those below `before` if given. */
export async function requestsInState(
  db: Database,
  communityId: string,
  page: {
    readonly state: RequestState;
    readonly audiences: readonly ThreadAudience[];
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly CommentRequest[]> {
  let query = db
    .withTables<RequestTables & ThreadTables>()
    .selectFrom("comment_requests as request")
    .innerJoin("threads as thread", "thread.id", "request.thread_id")
    .selectAll("request")
    .where("request.community_id", "=", communityId)
    .where("request.state", "=", page.state)
    .where("thread.audience", "in", page.audiences);
  if (page.before !== undefined) query = query.where("request.number", "<", page.before);
  const rows = await query.orderBy("request.number", "desc").limit(page.limit).execute();
  return rows.map(requestFromRow);
}

/** The requests put forward in a thread, the newest first; at most 20. */
export async function requestsOfThread(db: Database, threadId: string): Promise<readonly CommentRequest[]> {
  const rows = await requestTables(db)
    .selectFrom("comment_requests")
    .selectAll()
    .where("thread_id", "=", threadId)
    .orderBy("number", "desc")
    .limit(20)
    .execute();
  return rows.map(requestFromRow);
}

export async function requestVersion(
  db: Database,
  requestId: string,
  version: number,
): Promise<RequestVersion | undefined> {
  const row = await requestTables(db)
    .selectFrom("comment_request_versions")
    .selectAll()
    .where("request_id", "=", requestId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...row, writtenBy: row.written_by as PersonId, writtenAt: instantFromMicroseconds(row.written_at) };
}

/** The versions of a request without their words, the newest first; at most `limit`. */
export async function requestHistory(
  db: Database,
  requestId: string,
  limit: number,
): Promise<readonly Pick<RequestVersion, "version" | "note" | "writtenBy" | "writtenAt">[]> {
  const rows = await requestTables(db)
    .selectFrom("comment_request_versions")
    .select(["version", "note", "written_by", "written_at"])
    .where("request_id", "=", requestId)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    note: row.note,
    writtenBy: row.written_by as PersonId,
    writtenAt: instantFromMicroseconds(row.written_at),
  }));
}

/** How a request moved from state to state, the first move first; at most `limit`. */
export async function movesOf(db: Database, requestId: string, limit: number): Promise<readonly RequestMove[]> {
  const rows = await requestTables(db)
    .selectFrom("comment_request_moves")
    .selectAll()
    .where("request_id", "=", requestId)
    .orderBy("place", "desc")
    .limit(limit)
    .execute();
  return rows
    .map((row) => ({
      place: row.place,
      state: row.state as RequestState,
      movedBy: row.moved_by as PersonId,
      movedAt: instantFromMicroseconds(row.moved_at),
      note: row.note,
    }))
    .toReversed();
}

/** What somebody wrote of requests, for them to take along. */
export async function requestsOfPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>> {
  const rows = await requestTables(db)
    .selectFrom("comment_request_versions")
    .selectAll()
    .where("written_by", "=", personId)
    .execute();
  return {
    requests: rows.map(({ request_id, version, title, text, written_at }) => ({
      request: request_id,
      version,
      title,
      text,
      written: instantFromMicroseconds(written_at).toString(),
    })),
  };
}

/** A request as it stands in its row. */
export function requestFromRow(row: RequestRow): CommentRequest {
  return {
    id: row.id as RequestId,
    communityId: row.community_id,
    number: row.number,
    threadId: row.thread_id as ThreadId,
    authorId: row.author_id as PersonId,
    title: row.title,
    state: row.state as RequestState,
    version: row.version,
    supersedes: row.supersedes ?? undefined,
    supersededBy: row.superseded_by ?? undefined,
    openedAt: instantFromMicroseconds(row.opened_at),
    movedAt: instantFromMicroseconds(row.moved_at),
    lastCallEndsAt: instantOrNone(row.last_call_ends_at),
  };
}
