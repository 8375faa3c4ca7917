import type { Database } from "../../kernel/database/database.ts";
import { directoryTables } from "./directory.tables.ts";

/** Keeps the salt that is proposed, unless there is one; gives the one that is kept. */
export async function keepSalt(db: Database, proposed: string): Promise<string> {
  const tables = directoryTables(db);
  await tables
    .insertInto("directory_salts")
    .values({ of: "opt-outs", salt: proposed })
    .onConflict((conflict) => conflict.column("of").doNothing())
    .execute();
  const { salt } = await tables
    .selectFrom("directory_salts")
    .select("salt")
    .where("of", "=", "opt-outs")
    .executeTakeFirstOrThrow();
  return salt;
}

/** Keeps that the host with this hash does not want to be listed. */
export async function insertOptOut(db: Database, hash: string): Promise<void> {
  await directoryTables(db)
    .insertInto("directory_opt_outs")
    .values({ hash })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}
