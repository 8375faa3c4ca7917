import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { policyNames, type AdoptedPolicy } from "../../model/reading/adopted-policy.ts";
import { adoptedPolicyTables } from "./adopted-policies.tables.ts";

/** The policy a community adopted; undefined while it has none, or one that this version does not know. */
export async function adoptedPolicyOf(db: Database, communityId: string): Promise<AdoptedPolicy | undefined> {
  const row = await adoptedPolicyTables(db)
    .selectFrom("directory_adopted_policies")
    .select(["policy", "adopted_at"])
    .where("community_id", "=", communityId)
    .executeTakeFirst();
  const policy = policyNames.find((name) => name === row?.policy);
  return row === undefined || policy === undefined
    ? undefined
    : { policy, adoptedAt: instantFromMicroseconds(row.adopted_at) };
}
