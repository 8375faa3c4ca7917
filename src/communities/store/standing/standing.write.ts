import type { Database } from "../../../kernel/database/database.ts";
import type { MembershipClass, VotingRules } from "../../model/standing.ts";
import { standingTables } from "./standing.tables.ts";

interface MemberKey {
  readonly communityId: string;
  readonly personId: string;
}

/** A new class of members. */
export async function insertClass(
  db: Database,
  communityId: string,
  { id, name, votes }: MembershipClass,
): Promise<void> {
  await standingTables(db)
    .insertInto("membership_classes")
    .values({ id, community_id: communityId, name, votes: votes ? 1 : 0 })
    .execute();
}

/** Ends a class; those who were in it are full members afterwards. */
export async function deleteClass(db: Database, classId: string): Promise<void> {
  const tables = standingTables(db);
  await tables.updateTable("member_standings").set({ class_id: null }).where("class_id", "=", classId).execute();
  await tables.deleteFrom("membership_classes").where("id", "=", classId).execute();
}

/** What stands of a member from now on; nothing is no row. */
export async function writeStanding(
  db: Database,
  key: MemberKey,
  standing: { readonly classId: string | null; readonly duesLapsedOn: string | null },
): Promise<void> {
  await dropStanding(db, key);
  if (standing.classId === null && standing.duesLapsedOn === null) return;
  await standingTables(db)
    .insertInto("member_standings")
    .values({
      community_id: key.communityId,
      person_id: key.personId,
      class_id: standing.classId,
      dues_lapsed_on: standing.duesLapsedOn,
    })
    .execute();
}

/** Forgets what stood of a member. */
export async function dropStanding(db: Database, key: MemberKey): Promise<void> {
  await standingTables(db)
    .deleteFrom("member_standings")
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}

/**
 * What stood of one person stands of another, who turned out to be the same, unless something stands of them already: nobody sheds
 * a class or a debt by turning out to be somebody else.
 */
export async function carryStanding(db: Database, communityId: string, from: string, to: string): Promise<void> {
  for (const table of ["member_standings", "organisation_delegates"] as const) {
    const rows = standingTables(db);
    const own = await rows
      .selectFrom(table)
      .select("person_id")
      .where("community_id", "=", communityId)
      .where("person_id", "=", to)
      .executeTakeFirst();
    if (own !== undefined) continue;
    await rows
      .updateTable(table)
      .set({ person_id: to })
      .where("community_id", "=", communityId)
      .where("person_id", "=", from)
      .execute();
  }
}

/** What the community asks before somebody votes, from now on. */
export async function writeVotingRules(db: Database, communityId: string, rules: VotingRules): Promise<void> {
  const set = { waiting_days: rules.waitingDays, challenge_days: rules.challengeDays };
  await standingTables(db)
    .insertInto("voting_rules")
    .values({ community_id: communityId, ...set })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet(set))
    .execute();
}
