import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * Does a part of a transaction's work, and undoes that part alone when `keeps` says no to its value. Parts may contain parts, but
 * two parts of one transaction never overlap: wait for one before beginning the next.
 */
export async function undoably<Value>(
  transaction: Database,
  work: () => Promise<Value>,
  keeps: (value: Value) => boolean,
): Promise<Value> {
  await sql`savepoint part`.execute(transaction);
  const value = await work();
  if (!keeps(value)) await sql`rollback to savepoint part`.execute(transaction);
  await sql`release savepoint part`.execute(transaction);
  return value;
}
