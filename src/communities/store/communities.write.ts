import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Community, CommunityProfile, CommunityRules } from "../model/community.ts";
import { communityTables } from "./communities.tables.ts";

/** Gives a handle to an actor, for ever; `communityId` is null for an actor that belongs to none. */
export async function insertHandle(
  database: Database,
  claim: {
    readonly handle: string;
    readonly actorId: string;
    readonly communityId: string | null;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await communityTables(database)
    .insertInto("handles")
    .values({
      handle: claim.handle,
      actor_id: claim.actorId,
      community_id: claim.communityId ?? "",
      claimed_at: microsecondsFromInstant(claim.at),
    })
    .execute();
}

/** Writes down a new community. */
export async function insertCommunity(database: Database, community: Community): Promise<void> {
  await communityTables(database)
    .insertInto("communities")
    .values({
      id: community.id,
      handle: community.handle,
      founded_at: microsecondsFromInstant(community.foundedAt),
      ...profileColumns(community),
      ...ruleColumns(community),
    })
    .execute();
}

/** Replaces what a community says of itself. */
export async function updateProfile(database: Database, id: string, profile: CommunityProfile): Promise<void> {
  await communityTables(database)
    .updateTable("communities")
    .set(profileColumns(profile))
    .where("id", "=", id)
    .execute();
}

/** Replaces who takes part in a community and how. */
export async function updateRules(database: Database, id: string, rules: CommunityRules): Promise<void> {
  await communityTables(database).updateTable("communities").set(ruleColumns(rules)).where("id", "=", id).execute();
}

function profileColumns(profile: CommunityProfile) {
  return {
    name: profile.name,
    purpose: JSON.stringify(profile.purpose),
    description: JSON.stringify(profile.description),
    code_of_conduct: JSON.stringify(profile.codeOfConduct),
    languages: JSON.stringify(profile.languages),
    zone: profile.zone,
    links: JSON.stringify(profile.links),
    hue: profile.hue,
  };
}

function ruleColumns(rules: CommunityRules) {
  return {
    joining: rules.joining,
    member_list: rules.memberList,
    approves_listeners: rules.approvesListeners ? 1 : 0,
    shares_mentions: rules.sharesMentions ? 1 : 0,
  };
}
