import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { calendarTables } from "./calendars.tables.ts";

/** Gives a person's calendar an address; the one before leads nowhere from then on. */
export async function putFeed(db: Database, personId: string, tokenHash: string, now: Temporal.Instant): Promise<void> {
  const made = { token_hash: tokenHash, made_at: microsecondsFromInstant(now) };
  await calendarTables(db)
    .insertInto("calendar_feeds")
    .values({ person_id: personId, ...made })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(made))
    .execute();
}

/** Takes the address of a person's calendar away. */
export async function dropFeed(db: Database, personId: string): Promise<void> {
  await calendarTables(db).deleteFrom("calendar_feeds").where("person_id", "=", personId).execute();
}

/** Lets the address of `joined` lead to the calendar of `kept`, who is the same person; of two addresses, that of `kept` stays. */
export async function carryFeed(db: Database, kept: string, joined: string): Promise<void> {
  const tables = calendarTables(db);
  const own = await tables
    .selectFrom("calendar_feeds")
    .select("person_id")
    .where("person_id", "=", kept)
    .executeTakeFirst();
  if (own !== undefined) return dropFeed(db, joined);
  await tables.updateTable("calendar_feeds").set({ person_id: kept }).where("person_id", "=", joined).execute();
}
