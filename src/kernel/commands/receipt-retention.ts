import { microsecondsFromInstant } from "../base/time.ts";
import type { Retention } from "../jobs/retention.ts";
import { receiptTables } from "./receipts.tables.ts";

/**
 * Receipts are kept for thirty days. What arrives again later is new: signatures are long out of their window by then, and other
 * servers gave up sending after a week.
 */
export const receiptRetention: Retention = {
  name: "receipts",
  keptFor: Temporal.Duration.from({ days: 30 }),
  async remove(transaction, before, most) {
    const receipts = receiptTables(transaction);
    const old = receipts
      .selectFrom("receipts")
      .select("key")
      .where("received_at", "<", microsecondsFromInstant(before))
      .orderBy("received_at")
      .limit(most);
    const removed = await receipts.deleteFrom("receipts").where("key", "in", old).executeTakeFirst();
    return Number(removed.numDeletedRows);
  },
};
