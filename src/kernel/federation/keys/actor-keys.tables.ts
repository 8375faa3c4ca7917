import type { Microseconds } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SchemaStep } from "../../database/migrate.ts";

/** One key pair of a local actor. It is made once and never changes: a peer that knows the public part would refuse another. */
export type ActorKeyRow = {
  /** The id of the local actor. */
  readonly actor: string;
  readonly algorithm: "rsa" | "ed25519";
  /** PKCS #8, PEM. */
  readonly private_pem: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly public_pem: string;
  readonly created_at: Microseconds;
};

export type ActorKeyTables = { readonly actor_keys: ActorKeyRow };

/** The database, seen as the table of the keys of local actors. */
export function actorKeyTables(database: Database) {
  return database.withTables<ActorKeyTables>();
}

export const actorKeySchema: readonly SchemaStep[] = [
  {
    name: "kernel/federation-0001-actor-keys",
    async up(database) {
      await database.schema
        .createTable("actor_keys")
        .addColumn("actor", "text", (column) => column.notNull())
        .addColumn("algorithm", "text", (column) => column.notNull())
        .addColumn("private_pem", "text", (column) => column.notNull())
        .addColumn("public_pem", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("actor_keys_key", ["actor", "algorithm"])
        .execute();
    },
  },
];
