import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** Somebody who listens to an actor of this server: a community or any other. */
export type ListenerRow = {
  /** The community the actor belongs to; its blocks hold for all its actors. */
  readonly community_id: string;
  readonly actor_id: string;
  /** The listener's actor, or `person:<id>` for somebody who listens from here, without an actor. */
  readonly uri: string;
  /** The listener's person here, where known. */
  readonly person_id: string | null;
  /** Where deliveries go; null for somebody who has no actor. */
  readonly inbox: string | null;
  readonly shared_inbox: string | null;
  /** The listener's server; empty for somebody who has no actor. */
  readonly host: string;
  /** `@ana@social.example`, for stewards who decide; empty for somebody who has no actor. */
  readonly handle: string;
  /** The id of the Follow, to which the answer refers. */
  readonly follow_id: string | null;
  /** 1 while a steward is still to say yes. */
  readonly waits: number;
  readonly since: Microseconds;
};

export type ListenerTables = { readonly listeners: ListenerRow };

/** The database, seen as the table of listeners. */
export function listenerTables(database: Database) {
  return database.withTables<ListenerTables>();
}
