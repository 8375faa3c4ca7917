import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { CommentRequest, RequestMove, RequestVersion } from "./requests.read.ts";
import { requestTables } from "./requests.tables.ts";

/** A new request, a draft. */
export async function insertRequest(
  db: Database,
  request: Omit<CommentRequest, "state" | "version" | "supersededBy" | "movedAt" | "lastCallEndsAt">,
): Promise<void> {
  await requestTables(db)
    .insertInto("comment_requests")
    .values({
      id: request.id,
      community_id: request.communityId,
      number: request.number,
      thread_id: request.threadId,
      author_id: request.authorId,
      title: request.title,
      state: "draft",
      version: 0,
      supersedes: request.supersedes ?? null,
      superseded_by: null,
      opened_at: microsecondsFromInstant(request.openedAt),
      moved_at: microsecondsFromInstant(request.openedAt),
      last_call_ends_at: null,
    })
    .execute();
}

/** The words of a request from now on; earlier ones are kept. */
export async function writeRequestVersion(db: Database, requestId: string, version: RequestVersion): Promise<void> {
  await requestTables(db)
    .insertInto("comment_request_versions")
    .values({
      request_id: requestId,
      version: version.version,
      title: version.title,
      text: version.text,
      note: version.note,
      written_by: version.writtenBy,
      written_at: microsecondsFromInstant(version.writtenAt),
    })
    .execute();
  await requestTables(db)
    .updateTable("comment_requests")
    .set({ version: version.version, title: version.title })
    .where("id", "=", requestId)
    .execute();
}

/** Where a request stands from now on, and the move that brought it there. */
export async function moveRequestTo(
  db: Database,
  requestId: string,
  move: RequestMove & {
    readonly lastCallEndsAt: Temporal.Instant | undefined;
    readonly supersededBy?: string | undefined;
  },
): Promise<void> {
  await requestTables(db)
    .insertInto("comment_request_moves")
    .values({
      request_id: requestId,
      place: move.place,
      state: move.state,
      moved_by: move.movedBy,
      moved_at: microsecondsFromInstant(move.movedAt),
      note: move.note,
    })
    .execute();
  await requestTables(db)
    .updateTable("comment_requests")
    .set({
      state: move.state,
      moved_at: microsecondsFromInstant(move.movedAt),
      last_call_ends_at: move.lastCallEndsAt === undefined ? null : microsecondsFromInstant(move.lastCallEndsAt),
      superseded_by: move.supersededBy ?? null,
    })
    .where("id", "=", requestId)
    .execute();
}

/** What two who turned out to be one person wrote and moved stands under one name. */
export async function carryRequests(db: Database, kept: string, joined: string): Promise<void> {
  const tables = requestTables(db);
  await tables.updateTable("comment_requests").set({ author_id: kept }).where("author_id", "=", joined).execute();
  await tables
    .updateTable("comment_request_versions")
    .set({ written_by: kept })
    .where("written_by", "=", joined)
    .execute();
  await tables.updateTable("comment_request_moves").set({ moved_by: kept }).where("moved_by", "=", joined).execute();
}
