import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/gathering.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** Whether a person is on the list now, was once, or never. */
export type InterestStanding = "on-list" | "left" | "never";

export async function interestOf(db: Database, gatheringId: string, personId: string): Promise<InterestStanding> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_interest")
    .select("left_at")
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) return "never";
  return row.left_at === null ? "on-list" : "left";
}

export async function countInterested(db: Database, gatheringId: string): Promise<number> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_interest")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("gathering_id", "=", gatheringId)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The people on the list, by id, a page at a time: `after` is the last id of the page before, or "". */
export async function interestedPeople(
  db: Database,
  gatheringId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_interest")
    .select("person_id")
    .where("gathering_id", "=", gatheringId)
    .where("person_id", ">", page.after)
    .where("left_at", "is", null)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}
