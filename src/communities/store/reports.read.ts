import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { moderationTables, type ReportRow } from "./moderation.tables.ts";

/** A complaint as stewards see it. */
export interface Report {
  readonly id: string;
  readonly communityId: CommunityId;
  readonly reporterId: PersonId | undefined;
  readonly fromHost: string;
  readonly account: string;
  readonly objects: readonly string[];
  readonly text: string;
  readonly receivedAt: Temporal.Instant;
  readonly forwardedAt: Temporal.Instant | undefined;
  readonly resolvedAt: Temporal.Instant | undefined;
  readonly resolvedBy: PersonId | undefined;
  readonly resolution: string | undefined;
}

/** One complaint to one community. */
export async function reportById(database: Database, communityId: string, id: string): Promise<Report | undefined> {
  const row = await moderationTables(database)
    .selectFrom("reports")
    .selectAll()
    .where("id", "=", id)
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row === undefined ? undefined : reportFromRow(row);
}

/** Complaints still open, the oldest first, at most `limit` after the id `after` (empty to begin). */
export async function openReports(
  database: Database,
  communityId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Report[]> {
  const rows = await moderationTables(database)
    .selectFrom("reports")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("resolved_at", "is", null)
    .where("id", ">", page.after)
    .orderBy("id")
    .limit(page.limit)
    .execute();
  return rows.map(reportFromRow);
}

/** Complaints that were closed, the newest first; at most `limit`. */
export async function closedReports(
  database: Database,
  communityId: string,
  limit: number,
): Promise<readonly Report[]> {
  const rows = await moderationTables(database)
    .selectFrom("reports")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("resolved_at", "is not", null)
    .orderBy("resolved_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(reportFromRow);
}

/** How many complaints of one reporter (a person, or a server by its host) are open. */
export async function countOpenReportsBy(
  database: Database,
  communityId: string,
  reporter: { readonly personId: string } | { readonly host: string },
): Promise<number> {
  const row = await moderationTables(database)
    .selectFrom("reports")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("community_id", "=", communityId)
    .where("resolved_at", "is", null)
    .where((where) =>
      "personId" in reporter ? where("reporter_id", "=", reporter.personId) : where("from_host", "=", reporter.host),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

function reportFromRow(row: ReportRow): Report {
  return {
    id: row.id,
    communityId: row.community_id as CommunityId,
    reporterId: (row.reporter_id as PersonId | null) ?? undefined,
    fromHost: row.from_host,
    account: row.account,
    objects: JSON.parse(row.objects) as readonly string[],
    text: row.text,
    receivedAt: instantFromMicroseconds(row.received_at),
    forwardedAt: row.forwarded_at === null ? undefined : instantFromMicroseconds(row.forwarded_at),
    resolvedAt: row.resolved_at === null ? undefined : instantFromMicroseconds(row.resolved_at),
    resolvedBy: (row.resolved_by as PersonId | null) ?? undefined,
    resolution: row.resolution ?? undefined,
  };
}
