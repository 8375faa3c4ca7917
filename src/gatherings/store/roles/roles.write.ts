import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { RoleState, VolunteersRule } from "../../model/roles/role.ts";
import type { HelperCall, RolePart } from "./roles.read.ts";
import { roleTables } from "./roles.tables.ts";

export async function insertRolePart(db: Database, part: RolePart): Promise<void> {
  await roleTables(db)
    .insertInto("gathering_roles")
    .values({
      id: part.id,
      community_id: part.communityId,
      gathering_id: part.gatheringId,
      role: part.role,
      person_id: part.personId,
      state: part.state,
      changed_at: microsecondsFromInstant(part.changedAt),
      served_at: null,
    })
    .execute();
}

export async function updateRolePart(db: Database, id: string, state: RoleState, now: Temporal.Instant): Promise<void> {
  await roleTables(db)
    .updateTable("gathering_roles")
    .set({ state, changed_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}

/** Notes of everyone who holds a role at a gathering that it has been held. */
export async function noteServed(db: Database, gatheringId: string, heldAt: Temporal.Instant): Promise<void> {
  await roleTables(db)
    .updateTable("gathering_roles")
    .set({ served_at: microsecondsFromInstant(heldAt) })
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", "held")
    .execute();
}

export async function deleteRolePart(db: Database, id: string): Promise<void> {
  await roleTables(db).deleteFrom("gathering_roles").where("id", "=", id).execute();
}

export async function carryRolePart(db: Database, id: string, to: string): Promise<void> {
  await roleTables(db).updateTable("gathering_roles").set({ person_id: to }).where("id", "=", id).execute();
}

export async function keepVolunteersRule(db: Database, gatheringId: string, volunteers: VolunteersRule): Promise<void> {
  await roleTables(db)
    .insertInto("gathering_role_rules")
    .values({ gathering_id: gatheringId, volunteers })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet({ volunteers }))
    .execute();
}

export async function insertHelperCall(db: Database, call: HelperCall): Promise<void> {
  await roleTables(db)
    .insertInto("gathering_helper_calls")
    .values({
      id: call.id,
      gathering_id: call.gatheringId,
      roles: JSON.stringify(call.roles),
      asked_at: microsecondsFromInstant(call.askedAt),
    })
    .execute();
}
