import type { Microseconds } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SchemaStep } from "../../database/migrate.ts";

/** An actor of another server, as it was when it was last asked. A cache: every row may go, and comes back when it is needed. */
export type RemoteActorRow = {
  readonly uri: string;
  readonly host: string;
  /** The `RemoteActor`, as JSON. */
  readonly actor: string;
  /** Its `RemoteKey`s, as JSON. */
  readonly keys: string;
  readonly fetched_at: Microseconds;
  /** To the day; the longest unused go first when there are too many. */
  readonly used_at: Microseconds;
};

export type RemoteActorTables = { readonly remote_actors: RemoteActorRow };

/** The database, seen as the table of remote actors. */
export function remoteActorTables(database: Database) {
  return database.withTables<RemoteActorTables>();
}

export const remoteActorSchema: readonly SchemaStep[] = [
  {
    name: "kernel/federation-0002-remote-actors",
    async up(database) {
      await database.schema
        .createTable("remote_actors")
        .addColumn("uri", "text", (column) => column.primaryKey())
        .addColumn("host", "text", (column) => column.notNull())
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("keys", "text", (column) => column.notNull())
        .addColumn("fetched_at", "bigint", (column) => column.notNull())
        .addColumn("used_at", "bigint", (column) => column.notNull())
        .execute();
      await database.schema.createIndex("remote_actors_used").on("remote_actors").column("used_at").execute();
      await database.schema
        .createIndex("remote_actors_of_host")
        .on("remote_actors")
        .columns(["host", "used_at"])
        .execute();
    },
  },
];
