import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { outreachTables } from "./outreach.tables.ts";

/** Opens the link by which an instance brings its team, unless there is one: a link that was taken back stays so. */
export async function openTeam(
  db: Database,
  team: { readonly targetId: string; readonly gatheringId: string; readonly token: string },
): Promise<void> {
  await outreachTables(db)
    .insertInto("outreach_teams")
    .values({ target_id: team.targetId, gathering_id: team.gatheringId, token: team.token })
    .onConflict((conflict) => conflict.column("target_id").doNothing())
    .execute();
}

export async function writeTeamRevoked(db: Database, targetId: string, at: Temporal.Instant): Promise<void> {
  await outreachTables(db)
    .updateTable("outreach_teams")
    .set({ revoked_at: microsecondsFromInstant(at) })
    .where("target_id", "=", targetId)
    .where("revoked_at", "is", null)
    .execute();
}

export async function insertTeamMember(
  db: Database,
  member: {
    readonly id: string;
    readonly targetId: string;
    readonly gatheringId: string;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await outreachTables(db)
    .insertInto("outreach_team_members")
    .values({
      id: member.id,
      target_id: member.targetId,
      gathering_id: member.gatheringId,
      name: member.name,
      joined_at: microsecondsFromInstant(member.at),
    })
    .execute();
}

/** Takes the names of those whom instances brought away from a gathering. */
export async function deleteTeamMembers(db: Database, gatheringId: string): Promise<void> {
  await outreachTables(db).deleteFrom("outreach_team_members").where("gathering_id", "=", gatheringId).execute();
}
