import type { Database } from "../../../kernel/database/database.ts";

/** A public post about a gathering. */
export type WallPostRow = {
  readonly id: string;
  readonly gathering_id: string;
  readonly uri: string;
  /** The page that people see. */
  readonly url: string;
  readonly author_uri: string;
  readonly author_handle: string;
  readonly author_name: string;
  readonly author_host: string;
  /** Cleaned before it was kept. */
  readonly html: string;
  readonly language: string | null;
  readonly state: string;
  readonly posted_at: number;
};

type WallTables = {
  readonly gathering_wall_posts: WallPostRow;
  /** A gathering without a row has the usual rule. */
  readonly gathering_wall_rules: { readonly gathering_id: string; readonly rule: string };
  /** Whoever said STOP. */
  readonly gathering_wall_refusers: { readonly gathering_id: string; readonly author_uri: string };
};

/** The database, seen as the tables of walls. */
export function wallTables(database: Database) {
  return database.withTables<WallTables>();
}
