import { microsecondsFromInstant } from "../base/time.ts";
import type { Retention } from "../jobs/retention.ts";
import { noticeTables } from "./notices.tables.ts";

/** Who was told what is kept for ninety days: so long a matter is not told twice, and STOP in reply is understood. */
export const noticeRetention: Retention = {
  name: "notices",
  keptFor: Temporal.Duration.from({ days: 90 }),
  async remove(transaction, before, most) {
    const notices = noticeTables(transaction);
    const old = notices
      .selectFrom("notices")
      .select("id")
      .where("created_at", "<", microsecondsFromInstant(before))
      .orderBy("created_at")
      .limit(most);
    const removed = await notices.deleteFrom("notices").where("id", "in", old).executeTakeFirst();
    return Number(removed.numDeletedRows);
  },
};
