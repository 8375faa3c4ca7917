import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { BlockLevel } from "../model/block.ts";
import { moderationTables } from "./moderation.tables.ts";

/** A block to be written down. */
export interface NewBlock {
  readonly communityId: string;
  readonly kind: "person" | "host";
  readonly subject: string;
  readonly level: BlockLevel;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Temporal.Instant;
}

/** A complaint to be written down. */
export interface NewReport {
  readonly id: string;
  readonly communityId: string;
  readonly reporterId: string | undefined;
  readonly fromHost: string;
  readonly activityId: string | undefined;
  readonly account: string;
  readonly objects: readonly string[];
  readonly text: string;
  readonly receivedAt: Temporal.Instant;
}

/** Writes a block down; the newest decision about the same subject stands. */
export async function upsertBlock(database: Database, block: NewBlock): Promise<void> {
  const decision = {
    level: block.level,
    reason: block.reason,
    decided_by: block.decidedBy,
    decided_at: microsecondsFromInstant(block.decidedAt),
  };
  await moderationTables(database)
    .insertInto("blocks")
    .values({ community_id: block.communityId, kind: block.kind, subject: block.subject, ...decision })
    .onConflict((conflict) => conflict.columns(["community_id", "kind", "subject"]).doUpdateSet(decision))
    .execute();
}

/** Lifts a block. */
export async function deleteBlock(
  database: Database,
  block: Pick<NewBlock, "communityId" | "kind" | "subject">,
): Promise<void> {
  await moderationTables(database)
    .deleteFrom("blocks")
    .where("community_id", "=", block.communityId)
    .where("kind", "=", block.kind)
    .where("subject", "=", block.subject)
    .execute();
}

/** Writes a complaint down. */
export async function insertReport(database: Database, report: NewReport): Promise<void> {
  await moderationTables(database)
    .insertInto("reports")
    .values({
      id: report.id,
      community_id: report.communityId,
      reporter_id: report.reporterId ?? null,
      from_host: report.fromHost,
      activity_id: report.activityId ?? null,
      account: report.account,
      objects: JSON.stringify(report.objects),
      text: report.text,
      received_at: microsecondsFromInstant(report.receivedAt),
      forwarded_at: null,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
    })
    .execute();
}

/** Remembers that a complaint was passed on to the server of the account, and which account that turned out to be. */
export async function markReportForwarded(
  database: Database,
  id: string,
  account: string,
  at: Temporal.Instant,
): Promise<void> {
  await moderationTables(database)
    .updateTable("reports")
    .set({ forwarded_at: microsecondsFromInstant(at), account })
    .where("id", "=", id)
    .execute();
}

/** Closes a complaint with what was done and why. */
export async function resolveReportRow(
  database: Database,
  id: string,
  by: { readonly personId: string; readonly resolution: string; readonly at: Temporal.Instant },
): Promise<void> {
  await moderationTables(database)
    .updateTable("reports")
    .set({ resolved_at: microsecondsFromInstant(by.at), resolved_by: by.personId, resolution: by.resolution })
    .where("id", "=", id)
    .execute();
}
