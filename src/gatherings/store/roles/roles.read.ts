import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { GatheringId, PersonId } from "../../model/gathering.ts";
import type { Role, RolePartId, RoleState, VolunteersRule } from "../../model/roles/role.ts";
import type { Served } from "../../model/roles/rotation.ts";
import { roleTables, type HelperCallRow, type RolePartRow } from "./roles.tables.ts";

/** One role of one person at one gathering. */
export interface RolePart {
  readonly id: RolePartId;
  readonly communityId: string;
  readonly gatheringId: GatheringId;
  readonly role: Role;
  readonly personId: PersonId;
  readonly state: RoleState;
  readonly changedAt: Temporal.Instant;
}

/** A public post that asked for helpers. */
export interface HelperCall {
  readonly id: string;
  readonly gatheringId: string;
  readonly roles: readonly Role[];
  readonly askedAt: Temporal.Instant;
}

export async function rolePartById(db: Database, id: string): Promise<RolePart | undefined> {
  const row = await roleTables(db).selectFrom("gathering_roles").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : partFromRow(row);
}

export async function rolePartOf(
  db: Database,
  gatheringId: string,
  role: Role,
  personId: string,
): Promise<RolePart | undefined> {
  const row = await roleTables(db)
    .selectFrom("gathering_roles")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("role", "=", role)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : partFromRow(row);
}

/** Every role at a gathering that stands in one of these states, those that changed first at the front; at most `limit`. */
export async function rolePartsOf(
  db: Database,
  gatheringId: string,
  states: readonly RoleState[],
  limit: number,
): Promise<readonly RolePart[]> {
  const rows = await roleTables(db)
    .selectFrom("gathering_roles")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("state", "in", [...states])
    .orderBy("changed_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(partFromRow);
}

/** Who holds which role at a gathering: for its page, its brief, its agenda and its minutes. They agreed to be named. */
export async function roleHoldersOf(db: Database, gatheringId: string): Promise<readonly RolePart[]> {
  return rolePartsOf(db, gatheringId, ["held"], 100);
}

/** Whether somebody holds a role at a gathering. */
export async function holdsRole(db: Database, gatheringId: string, role: Role, personId: string): Promise<boolean> {
  return (await rolePartOf(db, gatheringId, role, personId))?.state === "held";
}

/** Who held which role at the gatherings of a community, the latest first; at most `limit` roles. */
export async function servedIn(db: Database, communityId: string, limit: number): Promise<readonly Served[]> {
  const rows = await roleTables(db)
    .selectFrom("gathering_roles")
    .select(["role", "person_id", "served_at"])
    .where("community_id", "=", communityId)
    .where("served_at", "is not", null)
    .orderBy("served_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    role: row.role as Role,
    person: row.person_id,
    at: instantFromMicroseconds(row.served_at ?? 0),
  }));
}

/** Who held one role at the gatherings of a community, the latest first; at most `limit` times. */
export async function servedAs(
  db: Database,
  communityId: string,
  role: Role,
  limit: number,
): Promise<readonly Served[]> {
  const rows = await roleTables(db)
    .selectFrom("gathering_roles")
    .select(["person_id", "served_at"])
    .where("community_id", "=", communityId)
    .where("role", "=", role)
    .where("served_at", "is not", null)
    .orderBy("served_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ role, person: row.person_id, at: instantFromMicroseconds(row.served_at ?? 0) }));
}

/** All roles of a person, whatever their state. */
export async function rolePartsOfPerson(db: Database, personId: string): Promise<readonly RolePart[]> {
  const rows = await roleTables(db)
    .selectFrom("gathering_roles")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  return rows.map(partFromRow);
}

/** How a gathering takes volunteers; where nobody chose, an organiser agrees first. */
export async function volunteersRule(db: Database, gatheringId: string): Promise<VolunteersRule> {
  const row = await roleTables(db)
    .selectFrom("gathering_role_rules")
    .select("volunteers")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row?.volunteers === "at-once" ? "at-once" : "agreed";
}

export async function helperCallById(db: Database, id: string): Promise<HelperCall | undefined> {
  const row = await roleTables(db)
    .selectFrom("gathering_helper_calls")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : callFromRow(row);
}

/** The last post by which a gathering asked for helpers. */
export async function lastHelperCall(db: Database, gatheringId: string): Promise<HelperCall | undefined> {
  const row = await roleTables(db)
    .selectFrom("gathering_helper_calls")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("asked_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : callFromRow(row);
}

function callFromRow(row: HelperCallRow): HelperCall {
  return {
    id: row.id,
    gatheringId: row.gathering_id,
    roles: JSON.parse(row.roles) as readonly Role[],
    askedAt: instantFromMicroseconds(row.asked_at),
  };
}

function partFromRow(row: RolePartRow): RolePart {
  return {
    id: row.id as RolePartId,
    communityId: row.community_id,
    gatheringId: row.gathering_id as GatheringId,
    role: row.role as Role,
    personId: row.person_id as PersonId,
    state: row.state as RoleState,
    changedAt: instantFromMicroseconds(row.changed_at),
  };
}
