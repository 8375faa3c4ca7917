import type { Database } from "../../kernel/database/database.ts";
import { directoryTables } from "./directory.tables.ts";

/** The salt with which hosts that are not to be listed are hashed; undefined while there are none. */
export async function saltOfOptOuts(db: Database): Promise<string | undefined> {
  const row = await directoryTables(db)
    .selectFrom("directory_salts")
    .select("salt")
    .where("of", "=", "opt-outs")
    .executeTakeFirst();
  return row?.salt;
}

/** Whether the host with this hash does not want to be listed. */
export async function hasOptedOut(db: Database, hash: string): Promise<boolean> {
  const row = await directoryTables(db)
    .selectFrom("directory_opt_outs")
    .select("hash")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of these hashes that are kept. */
export async function optedOutAmong(db: Database, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await directoryTables(db)
    .selectFrom("directory_opt_outs")
    .select("hash")
    .where("hash", "in", hashes)
    .execute();
  return rows.map(({ hash }) => hash);
}
