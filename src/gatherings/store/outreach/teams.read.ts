import type { Database } from "../../../kernel/database/database.ts";
import { outreachTables } from "./outreach.tables.ts";

/** The link of an instance for its team. */
export interface Team {
  readonly targetId: string;
  readonly gatheringId: string;
  readonly token: string;
  readonly isRevoked: boolean;
  /** The instance. */
  readonly instance: string;
}

/** Somebody whom an instance brings. */
export interface TeamMember {
  readonly id: string;
  readonly targetId: string;
  readonly name: string;
}

/** So many people an instance brings at most. */
export const largestTeam = 12;

export async function teamByToken(db: Database, token: string): Promise<Team | undefined> {
  const row = await teams(db).where("team.token", "=", token).executeTakeFirst();
  return row === undefined ? undefined : teamFromRow(row);
}

/** The links of some targets. */
export async function teamsOf(db: Database, targetIds: readonly string[]): Promise<ReadonlyMap<string, Team>> {
  if (targetIds.length === 0) return new Map();
  const rows = await teams(db).where("team.target_id", "in", targetIds).execute();
  return new Map(rows.map((row) => [row.target_id, teamFromRow(row)]));
}

/** Those whom instances bring to a gathering; with `targetId`, those of one. */
export async function teamMembersOf(
  db: Database,
  gatheringId: string,
  { targetId, limit }: { readonly targetId?: string; readonly limit: number },
): Promise<readonly TeamMember[]> {
  let query = outreachTables(db)
    .selectFrom("outreach_team_members")
    .select(["id", "target_id", "name"])
    .where("gathering_id", "=", gatheringId);
  if (targetId !== undefined) query = query.where("target_id", "=", targetId);
  const rows = await query.orderBy("target_id").orderBy("id").limit(limit).execute();
  return rows.map((row) => ({ id: row.id, targetId: row.target_id, name: row.name }));
}

function teams(db: Database) {
  return outreachTables(db)
    .selectFrom("outreach_teams as team")
    .innerJoin("outreach_targets as target", "target.id", "team.target_id")
    .select(["team.target_id", "team.gathering_id", "team.token", "team.revoked_at", "target.address"]);
}

function teamFromRow(row: {
  readonly target_id: string;
  readonly gathering_id: string;
  readonly token: string;
  readonly revoked_at: number | null;
  readonly address: string;
}): Team {
  return {
    targetId: row.target_id,
    gatheringId: row.gathering_id,
    token: row.token,
    isRevoked: row.revoked_at !== null,
    instance: row.address,
  };
}
