import { sql } from "kysely";
import { microsecondsFromInstant } from "../base/time.ts";
import type { Retention } from "./retention.ts";

/** Jobs that were given up stay for ninety days, for the operator to see. */
export const givenUpRetention: Retention = {
  name: "jobs-given-up",
  keptFor: Temporal.Duration.from({ days: 90 }),
  async remove(transaction, before, most) {
    const removed = await sql`
      delete from jobs where (kind, key) in (
        select kind, key from jobs where given_up_at < ${microsecondsFromInstant(before)}
        order by given_up_at limit ${most})`.execute(transaction);
    return Number(removed.numAffectedRows ?? 0n);
  },
};
