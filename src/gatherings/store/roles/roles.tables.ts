import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** One role of one person at one gathering, whether offered, volunteered for, held or none of these any more. */
export type RolePartRow = {
  readonly id: string;
  readonly community_id: string;
  readonly gathering_id: string;
  /** A {@link Role}. */
  readonly role: string;
  readonly person_id: string;
  /** A {@link RoleState}. */
  readonly state: string;
  readonly changed_at: Microseconds;
  /** When the gathering was held at which the person held this role; null until then. */
  readonly served_at: Microseconds | null;
};

/** How a gathering takes volunteers, where its organisers chose. */
export type RoleRuleRow = { readonly gathering_id: string; readonly volunteers: string };

/** One public post that asked for helpers. */
export type HelperCallRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** JSON: the roles asked for. */
  readonly roles: string;
  readonly asked_at: Microseconds;
};

export type RoleTables = {
  readonly gathering_roles: RolePartRow;
  readonly gathering_role_rules: RoleRuleRow;
  readonly gathering_helper_calls: HelperCallRow;
};

/** The database, seen as the tables of roles. */
export function roleTables(database: Database) {
  return database.withTables<RoleTables>();
}
