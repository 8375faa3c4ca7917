import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/community.ts";
import {
  plainVotingRules,
  type ClassId,
  type MembershipClass,
  type VotingRules,
  type VotingStanding,
} from "../../model/standing.ts";
import { standingTables } from "./standing.tables.ts";

/** One member with all that speaks for and against their vote. */
export interface StandingMember extends VotingStanding {
  readonly personId: PersonId;
}

/** What a community asks before somebody votes. */
export async function votingRulesOf(db: Database, communityId: string): Promise<VotingRules> {
  const row = await standingTables(db)
    .selectFrom("voting_rules")
    .select(["waiting_days", "challenge_days"])
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  return row === undefined ? plainVotingRules : { waitingDays: row.waiting_days, challengeDays: row.challenge_days };
}

/** The classes of a community by name. */
export async function classesOf(db: Database, communityId: string): Promise<readonly MembershipClass[]> {
  const rows = await standingTables(db)
    .selectFrom("membership_classes")
    .selectAll()
    .where("community_id", "=", communityId)
    .orderBy("name")
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.id as ClassId, name: row.name, votes: row.votes === 1 }));
}

/** Members in the order of their ids, with their standing: at most `limit` after the id `after` (empty to begin). */
export async function membersWithStanding(
  db: Database,
  communityId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly StandingMember[]> {
  const rows = await standings(db, communityId)
    .where("member.person_id", ">", page.after)
    .orderBy("member.person_id")
    .limit(page.limit)
    .execute();
  return rows.map(memberFrom);
}

/** One member with their standing; undefined for whoever does not belong to the community. */
export async function memberWithStanding(
  db: Database,
  communityId: string,
  personId: string,
): Promise<StandingMember | undefined> {
  const row = await standings(db, communityId).where("member.person_id", "=", personId).executeTakeFirst();
  return row === undefined ? undefined : memberFrom(row);
}

/** The members of whom something beyond their role is written down, in the order of their ids; at most `limit`. */
export async function markedMembers(
  db: Database,
  communityId: string,
  limit: number,
): Promise<readonly StandingMember[]> {
  const rows = await standings(db, communityId)
    .where("standing.community_id", "=", communityId)
    .orderBy("member.person_id")
    .limit(limit)
    .execute();
  return rows.map(memberFrom);
}

/** What stands of a person in all communities, for them to take along. */
export async function keptInStanding(
  db: Database,
  personId: string,
): Promise<Readonly<Record<"standings" | "delegations", readonly Readonly<Record<string, string>>[]>>> {
  const tables = standingTables(db);
  const standing = await tables
    .selectFrom("member_standings as standing")
    .leftJoin("membership_classes as class", "class.id", "standing.class_id")
    .select(["standing.community_id", "class.name", "standing.dues_lapsed_on"])
    .where("standing.person_id", "=", personId)
    .execute();
  const delegations = await tables
    .selectFrom("organisation_delegates")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  return {
    standings: standing.map((row) => ({
      community: row.community_id,
      class: row.name ?? "",
      duesLapsedOn: row.dues_lapsed_on ?? "",
    })),
    delegations: delegations.map((row) => ({
      community: row.community_id,
      organisation: row.organisation_id,
      from: row.from_day,
      until: row.until_day ?? "",
      decidedBy: row.decided_by,
    })),
  };
}

function standings(db: Database, communityId: string) {
  return standingTables(db)
    .selectFrom("members as member")
    .leftJoin("member_standings as standing", (join) =>
      join
        .onRef("standing.community_id", "=", "member.community_id")
        .onRef("standing.person_id", "=", "member.person_id"),
    )
    .leftJoin("membership_classes as class", "class.id", "standing.class_id")
    .select([
      "member.person_id",
      "member.role",
      "member.joined_at",
      "class.name as class_name",
      "class.votes as class_votes",
      "standing.dues_lapsed_on",
    ])
    .where("member.community_id", "=", communityId);
}

function memberFrom(row: {
  readonly person_id: string;
  readonly role: "member" | "steward";
  readonly joined_at: number;
  readonly class_name: string | null;
  readonly class_votes: number | null;
  readonly dues_lapsed_on: string | null;
}): StandingMember {
  return {
    personId: row.person_id as PersonId,
    role: row.role,
    joinedAt: instantFromMicroseconds(row.joined_at),
    class: row.class_name === null ? undefined : { name: row.class_name, votes: row.class_votes === 1 },
    duesLapsedOn: row.dues_lapsed_on === null ? undefined : Temporal.PlainDate.from(row.dues_lapsed_on),
  };
}
