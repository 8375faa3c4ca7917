import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { AccentHue } from "../model/accent-hue.ts";
import type { Community, CommunityId, JoiningRule, MemberListAudience } from "../model/community.ts";
import { communityTables, type CommunityRow } from "./communities.tables.ts";
import { memberTables } from "./members.tables.ts";

/** The community with this id, if there is one. */
export async function communityById(database: Database, id: string): Promise<Community | undefined> {
  const row = await communityTables(database)
    .selectFrom("communities")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : communityFromRow(row);
}

/** The community with this handle, given in small letters and without its host. */
export async function communityByHandle(database: Database, handle: string): Promise<Community | undefined> {
  const row = await communityTables(database)
    .selectFrom("communities")
    .selectAll()
    .where("handle", "=", handle)
    .executeTakeFirst();
  return row === undefined ? undefined : communityFromRow(row);
}

/** Communities in the order of their handles, at most `limit` of them after the handle `after` (empty to begin). */
export async function listCommunities(
  database: Database,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Community[]> {
  const rows = await communityTables(database)
    .selectFrom("communities")
    .selectAll()
    .where("handle", ">", page.after)
    .orderBy("handle")
    .limit(page.limit)
    .execute();
  return rows.map(communityFromRow);
}

/** The communities a person belongs to, the first joined first; at most 200. */
export async function communitiesOf(database: Database, personId: string): Promise<readonly Community[]> {
  const rows = await memberTables(database)
    .selectFrom("members")
    .select(["community_id"])
    .where("person_id", "=", personId)
    .orderBy("joined_at")
    .limit(200)
    .execute();
  const ids = rows.map((row) => row.community_id);
  if (ids.length === 0) return [];
  const found = await communityTables(database).selectFrom("communities").selectAll().where("id", "in", ids).execute();
  return ids.flatMap((id) => found.filter((row) => row.id === id).map(communityFromRow));
}

/** The actor that holds or held this handle on this server, if any. */
export async function holderOfHandle(database: Database, handle: string): Promise<string | undefined> {
  const row = await communityTables(database)
    .selectFrom("handles")
    .select("actor_id")
    .where("handle", "=", handle)
    .executeTakeFirst();
  return row?.actor_id;
}

/** The community that an actor of this server is or belongs to; undefined for the server's own actor, and for none of ours. */
export async function communityOfActor(database: Database, actorId: string): Promise<CommunityId | undefined> {
  const row = await communityTables(database)
    .selectFrom("handles")
    .select("community_id")
    .where("actor_id", "=", actorId)
    .where("community_id", "!=", "")
    .executeTakeFirst();
  return row?.community_id as CommunityId | undefined;
}

function communityFromRow(row: CommunityRow): Community {
  return {
    id: row.id as CommunityId,
    handle: row.handle,
    name: row.name,
    purpose: JSON.parse(row.purpose) as Community["purpose"],
    description: JSON.parse(row.description) as Community["description"],
    codeOfConduct: JSON.parse(row.code_of_conduct) as Community["codeOfConduct"],
    languages: JSON.parse(row.languages) as Community["languages"],
    zone: row.zone,
    links: JSON.parse(row.links) as Community["links"],
    hue: row.hue as AccentHue,
    joining: row.joining as JoiningRule,
    memberList: row.member_list as MemberListAudience,
    approvesListeners: row.approves_listeners === 1,
    sharesMentions: row.shares_mentions === 1,
    foundedAt: instantFromMicroseconds(row.founded_at),
  };
}
