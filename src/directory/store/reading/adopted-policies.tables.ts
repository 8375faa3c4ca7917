import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** By which of the named filters a community reads the directory; a community that never chose has no row. */
export type AdoptedPolicyRow = {
  readonly community_id: string;
  readonly policy: string;
  readonly adopted_at: Microseconds;
};

/** The database, seen as the table of adopted policies. */
export function adoptedPolicyTables(database: Database) {
  return database.withTables<{ readonly directory_adopted_policies: AdoptedPolicyRow }>();
}
