import { randomBytes } from "node:crypto";
import type { Database, DatabaseHandle } from "../database/database.ts";
import type { SchemaStep } from "../database/migrate.ts";

type SecretTables = {
  /** What must stay the same over restarts and be known to every process of the server, and to nobody else. */
  readonly server_secrets: { readonly name: string; readonly value: string };
};

export const secretSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0004-server-secrets",
    async up(database) {
      await database.schema
        .createTable("server_secrets")
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("value", "text", (column) => column.notNull())
        .execute();
    },
  },
];

/** A secret of the server's own, 32 octets, made when first asked for. It is in back-ups: whoever has one can sign our forms. */
export async function serverSecret(handle: DatabaseHandle, name: string): Promise<Uint8Array> {
  const value = (await keptSecret(handle.read, name)) ?? (await makeSecret(handle, name));
  return Buffer.from(value, "base64url");
}

async function makeSecret(handle: DatabaseHandle, name: string): Promise<string> {
  const value = randomBytes(32).toString("base64url");
  return handle.write(async (transaction) => {
    // Two processes that start together: the first one's secret is everybody's.
    await secrets(transaction)
      .insertInto("server_secrets")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    return (await keptSecret(transaction, name)) ?? value;
  });
}

async function keptSecret(database: Database, name: string): Promise<string | undefined> {
  const row = await secrets(database)
    .selectFrom("server_secrets")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

function secrets(database: Database) {
  return database.withTables<SecretTables>();
}
