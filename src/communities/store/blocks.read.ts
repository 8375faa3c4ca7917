import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import { hostsCovering, normalHost, strictest, type BlockLevel, type BlockSubject } from "../model/block.ts";
import { isMember } from "./members.read.ts";
import { moderationTables, type BlockRow } from "./moderation.tables.ts";

/** A block as stewards and members see it. */
export interface Block {
  readonly kind: "person" | "host";
  readonly subject: string;
  readonly level: BlockLevel;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Temporal.Instant;
}

/**
 * Whether a community keeps this person or this server out. The block of a server covers its subdomains.
 *
 * Members are never kept out by a block: their standing ends by a recorded decision of its own, or not at all.
 */
export async function isBlocked(database: Database, communityId: string, subject: BlockSubject): Promise<boolean> {
  return (await blockLevelOf(database, communityId, subject)) === "block";
}

/** As {@link isBlocked}, telling how far; undefined when nothing is held against them. */
export async function blockLevelOf(
  database: Database,
  communityId: string,
  subject: BlockSubject,
): Promise<BlockLevel | undefined> {
  const host = subject.host === undefined ? undefined : normalHost(subject.host);
  const hosts = host === undefined ? [] : hostsCovering(host);
  const people = subject.personId === undefined ? [] : [subject.personId];
  if (hosts.length + people.length === 0) return undefined;
  const { rows } = await levelsOf(database, { communityId, hosts: ["", ...hosts], people: ["", ...people] });
  if (rows.length === 0) return undefined;
  if (subject.personId !== undefined && (await isMember(database, communityId, subject.personId))) return undefined;
  return strictest(rows.map((row) => row.level));
}

const levelsOf = prepared(
  (database, given: { communityId: string; hosts: readonly string[]; people: readonly string[] }) =>
    moderationTables(database)
      .selectFrom("blocks")
      .select("level")
      .where("community_id", "=", given.communityId)
      .where((where) =>
        where.or([
          where.and([where("kind", "=", "host"), where("subject", "in", given.hosts)]),
          where.and([where("kind", "=", "person"), where("subject", "in", given.people)]),
        ]),
      ),
);

/** The block of exactly this person or host. */
export async function blockOf(
  database: Database,
  communityId: string,
  kind: Block["kind"],
  subject: string,
): Promise<Block | undefined> {
  const row = await moderationTables(database)
    .selectFrom("blocks")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("kind", "=", kind)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row === undefined ? undefined : blockFromRow(row);
}

/** Blocks of one kind in the order of their subjects, at most `limit` after the subject `after` (empty to begin). */
export async function blocksOf(
  database: Database,
  communityId: string,
  kind: Block["kind"],
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Block[]> {
  const rows = await moderationTables(database)
    .selectFrom("blocks")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("kind", "=", kind)
    .where("subject", ">", page.after)
    .orderBy("subject")
    .limit(page.limit)
    .execute();
  return rows.map(blockFromRow);
}

function blockFromRow(row: BlockRow): Block {
  return {
    kind: row.kind,
    subject: row.subject,
    level: row.level,
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: instantFromMicroseconds(row.decided_at),
  };
}
