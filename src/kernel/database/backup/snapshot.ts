import { sql } from "kysely";
import type { Database, DatabaseHandle } from "../database.ts";

/** Runs `read` on one unchanging view of the records, while others go on writing. */
export async function onSnapshot<Value>(
  handle: DatabaseHandle,
  read: (snapshot: Database) => Promise<Value>,
): Promise<Value> {
  if (handle.engine === "postgres") {
    return handle.read.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
  }
  // The read-only connection; nothing else may be read on it meanwhile, so this is for a process of its own.
  return handle.read.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      return await read(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
