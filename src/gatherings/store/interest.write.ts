import type { Database } from "../../kernel/database/database.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** Puts a person on the list, again if they had left. */
export async function putOnList(
  db: Database,
  gatheringId: string,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await gatheringTables(db)
    .insertInto("gathering_interest")
    .values({ gathering_id: gatheringId, person_id: personId, joined_at: microsecondsFromInstant(now), left_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(["gathering_id", "person_id"])
        .doUpdateSet({ joined_at: microsecondsFromInstant(now), left_at: null }),
    )
    .execute();
}

export async function takeOffList(
  db: Database,
  gatheringId: string,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await gatheringTables(db)
    .updateTable("gathering_interest")
    .set({ left_at: microsecondsFromInstant(now) })
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .execute();
}

/** Puts everybody who is on the list of one gathering on that of another, in one statement. Gives how many that are. */
export async function copyList(db: Database, from: string, to: string, now: Temporal.Instant): Promise<number> {
  const tables = gatheringTables(db);
  const result = await tables
    .insertInto("gathering_interest")
    .columns(["gathering_id", "person_id", "joined_at", "left_at"])
    .expression(
      tables
        .selectFrom("gathering_interest")
        .select((expression) => [
          expression.val(to).as("gathering_id"),
          "person_id",
          expression.val(microsecondsFromInstant(now)).as("joined_at"),
          "left_at",
        ])
        .where("gathering_id", "=", from)
        .where("left_at", "is", null),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}
