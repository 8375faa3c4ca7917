import type { DatabaseHandle } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** Where the records lie: a file of the embedded database, or the URL of a PostgreSQL database. */
export type DatabaseLocation =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/** Opens the one database; the caller closes it. */
export function openDatabase(location: DatabaseLocation): DatabaseHandle {
  return location.kind === "sqlite" ? openSqlite(location.file) : openPostgres(location.url);
}
