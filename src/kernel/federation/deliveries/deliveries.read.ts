import { instantFromMicroseconds } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import { deliveryTables } from "./deliveries.tables.ts";

/** A delivery that was given up. */
export interface DeadLetter {
  /** Where it was to go. */
  readonly inbox: string;
  readonly error: string;
  readonly at: Temporal.Instant;
}

/** Deliveries that were given up, the newest first. */
export async function deadLetters(read: Database, most: number): Promise<readonly DeadLetter[]> {
  const rows = await deliveryTables(read)
    .selectFrom("deliveries")
    .select(["address", "last_error", "given_up_at"])
    .where("given_up_at", "is not", null)
    .orderBy("given_up_at", "desc")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    inbox: row.address,
    error: row.last_error ?? "",
    at: instantFromMicroseconds(row.given_up_at ?? 0),
  }));
}

/** How many deliveries wait to be made. */
export async function waitingDeliveries(read: Database): Promise<number> {
  const row = await deliveryTables(read)
    .selectFrom("deliveries")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("given_up_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}
