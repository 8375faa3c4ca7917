import type { Database } from "../../../kernel/database/database.ts";

/** One place elsewhere that is told of a gathering. */
export type OutletRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly kind: string;
  /** The scheme and host of the homeserver or of the webhook. */
  readonly origin: string;
  /** The id or alias of a Matrix room; empty for a webhook. */
  readonly room: string;
  /** What only this server can read: the access token, or address and secret of the webhook. */
  readonly sealed: string;
  /** JSON: which news. */
  readonly news: string;
  readonly added_at: number;
  readonly taken_at: number | null;
  readonly tested_at: number | null;
  readonly failures: number;
  readonly trouble: string | null;
  readonly paused_at: number | null;
};

type OutletTables = { readonly gathering_outlets: OutletRow };

/** The database, seen as the table of outlets. */
export function outletTables(database: Database) {
  return database.withTables<OutletTables>();
}
