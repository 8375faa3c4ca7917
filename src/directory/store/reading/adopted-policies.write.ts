import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AdoptedPolicy } from "../../model/reading/adopted-policy.ts";
import { adoptedPolicyTables } from "./adopted-policies.tables.ts";

/** Keeps by which policy a community reads the directory from now on. */
export async function keepAdoptedPolicy(
  db: Database,
  communityId: string,
  { policy, adoptedAt }: AdoptedPolicy,
): Promise<void> {
  const chosen = { policy, adopted_at: microsecondsFromInstant(adoptedAt) };
  await adoptedPolicyTables(db)
    .insertInto("directory_adopted_policies")
    .values({ community_id: communityId, ...chosen })
    .onConflict((conflict) => conflict.column("community_id").doUpdateSet(chosen))
    .execute();
}
