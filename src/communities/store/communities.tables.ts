import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** Every handle ever given to an actor of this server. Rows are never removed, so that no handle is given twice. */
export type HandleRow = {
  readonly handle: string;
  readonly actor_id: string;
  /** The community the actor is or belongs to; empty for a person's. */
  readonly community_id: string;
  readonly claimed_at: Microseconds;
};

/** One community. Texts in several languages, lists and links are JSON. */
export type CommunityRow = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly purpose: string;
  readonly description: string;
  readonly code_of_conduct: string;
  readonly languages: string;
  readonly zone: string;
  readonly links: string;
  readonly hue: string;
  readonly joining: string;
  readonly member_list: string;
  readonly approves_listeners: number;
  readonly shares_mentions: number;
  readonly founded_at: Microseconds;
};

export type CommunityTables = {
  readonly handles: HandleRow;
  readonly communities: CommunityRow;
};

/** The database, seen as the tables of communities and of all handles. */
export function communityTables(database: Database) {
  return database.withTables<CommunityTables>();
}
