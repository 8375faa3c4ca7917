import type { Database } from "../../../kernel/database/database.ts";
import { gatheringTables } from "../gatherings.tables.ts";

/** States in which a gathering still invites. */
const inviting = ["idea", "asking-when", "date-set"] as const;

/** A gathering that still invites. */
export interface InvitingGathering {
  readonly id: string;
  readonly communityId: string;
  readonly title: string;
}

/** The gatherings that somebody announced, or that these communities hold, as long as they still invite; the newest first. */
export async function invitingGatherings(
  db: Database,
  of: { readonly organiserId: string } | { readonly communityIds: readonly string[] },
  limit: number,
): Promise<readonly InvitingGathering[]> {
  if ("communityIds" in of && of.communityIds.length === 0) return [];
  const query = gatheringTables(db).selectFrom("gatherings").select(["id", "community_id as communityId", "title"]);
  const whose =
    "organiserId" in of
      ? query.where("organiser_id", "=", of.organiserId)
      : query.where("community_id", "in", of.communityIds);
  return whose.where("state", "in", inviting).orderBy("announced_at", "desc").limit(limit).execute();
}
