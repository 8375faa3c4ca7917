import type { Application } from "../application.ts";
import { microsecondsFromInstant } from "../base/time.ts";
import { deliveryTables } from "./deliveries/deliveries.tables.ts";
import { queueTables } from "./queue/queue.tables.ts";

const DEAD_LETTERS = Temporal.Duration.from({ hours: 30 * 24 });
const PRIVATE_MESSAGES = Temporal.Duration.from({ hours: 30 * 24 });
const HOSTS = Temporal.Duration.from({ hours: 30 * 24 });
const MOST_HOSTS = 20_000;

/**
 * Removes what has served its time: dead letters and messages given up after a month, private messages after a month when nothing of
 * them is still to be delivered, and hosts of which nothing new was learned for a month, or that are too many.
 */
export async function pruneFederation(application: Application): Promise<void> {
  const before = (age: Temporal.Duration) => microsecondsFromInstant(application.clock().subtract(age));
  await application.database.write(async (transaction) => {
    const out = deliveryTables(transaction);
    await out.deleteFrom("deliveries").where("given_up_at", "<", before(DEAD_LETTERS)).execute();
    await out
      .deleteFrom("outgoing_activities")
      .where("is_public", "=", 0)
      .where("created_at", "<", before(PRIVATE_MESSAGES))
      .where("id", "not in", out.selectFrom("deliveries").select("activity"))
      .execute();
    await out.deleteFrom("delivery_hosts").where("updated_at", "<", before(HOSTS)).execute();
    const beyond = await out
      .selectFrom("delivery_hosts")
      .select("updated_at")
      .orderBy("updated_at", "desc")
      .offset(MOST_HOSTS)
      .limit(1)
      .executeTakeFirst();
    if (beyond !== undefined)
      await out.deleteFrom("delivery_hosts").where("updated_at", "<=", beyond.updated_at).execute();
    await queueTables(transaction)
      .deleteFrom("queue_messages")
      .where("given_up_at", "<", before(DEAD_LETTERS))
      .execute();
  });
}
