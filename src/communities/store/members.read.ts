import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CommunityId, MemberRole, PersonId } from "../model/community.ts";
import { memberTables } from "./members.tables.ts";

/** One member as lists show them; who the person is, accounts know. */
export interface Membership {
  readonly personId: PersonId;
  readonly role: MemberRole;
  readonly joinedAt: Temporal.Instant;
}

/** What somebody is to a community: its steward, its member, or neither. */
export async function roleOf(
  database: Database,
  communityId: string,
  personId: string,
): Promise<MemberRole | undefined> {
  const row = await memberTables(database)
    .selectFrom("members")
    .select("role")
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.role;
}

/** Whether somebody belongs to a community; stewards do. */
export async function isMember(database: Database, communityId: string, personId: string): Promise<boolean> {
  return (await roleOf(database, communityId, personId)) !== undefined;
}

/** Whether somebody is entrusted with the care of a community. */
export async function isSteward(database: Database, communityId: string, personId: string): Promise<boolean> {
  return (await roleOf(database, communityId, personId)) === "steward";
}

/** Every steward of a community, the first joined first. */
export async function stewardsOf(database: Database, communityId: string): Promise<readonly PersonId[]> {
  const rows = await memberTables(database)
    .selectFrom("members")
    .select("person_id")
    .where("community_id", "=", communityId)
    .where("role", "=", "steward")
    .orderBy("joined_at")
    .orderBy("person_id")
    .limit(500)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Members in the order of their ids, at most `limit` of them after the id `after` (empty to begin). */
export async function membersOf(
  database: Database,
  communityId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Membership[]> {
  const rows = await memberTables(database)
    .selectFrom("members")
    .select(["person_id", "role", "joined_at"])
    .where("community_id", "=", communityId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    role: row.role,
    joinedAt: instantFromMicroseconds(row.joined_at),
  }));
}

/** How many belong to a community. */
export async function countMembers(database: Database, communityId: string): Promise<number> {
  const row = await memberTables(database)
    .selectFrom("member_counts")
    .select("members")
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row?.members ?? 0;
}

/** Of some people, those who belong to a community; for marking members in a list. */
export async function membersAmong(
  database: Database,
  communityId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await memberTables(database)
    .selectFrom("members")
    .select("person_id")
    .where("community_id", "=", communityId)
    .where("person_id", "in", personIds)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** The ids of the communities a person is a member of; for deciding what a reader may see. */
export async function communityIdsOf(database: Database, personId: string): Promise<readonly CommunityId[]> {
  const rows = await memberTables(database)
    .selectFrom("members")
    .select("community_id")
    .where("person_id", "=", personId)
    .limit(1_000)
    .execute();
  return rows.map((row) => row.community_id as CommunityId);
}

/** Who has been a member longest; undefined when there are none. */
export async function longestMember(database: Database, communityId: string): Promise<PersonId | undefined> {
  const row = await memberTables(database)
    .selectFrom("members")
    .select("person_id")
    .where("community_id", "=", communityId)
    .orderBy("joined_at")
    .orderBy("person_id")
    .limit(1)
    .executeTakeFirst();
  return row?.person_id as PersonId | undefined;
}
