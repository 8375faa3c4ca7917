import type { Database } from "../../kernel/database/database.ts";
import type { Availability, SlotCount } from "../model/availability.ts";
import type { SlotId } from "../model/gathering.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** How each slot of a poll stands, in the order of `slots`; `answered` is how many people have answered the poll. */
export async function slotCounts(
  db: Database,
  poll: { readonly id: string; readonly slots: readonly { readonly id: SlotId }[] },
  answered: number,
): Promise<readonly SlotCount[]> {
  const rows = await gatheringTables(db)
    .selectFrom("scheduling_answers")
    .select(["slot_id", "availability", (expression) => expression.fn.countAll<number>().as("count")])
    .where("poll_id", "=", poll.id)
    .groupBy(["slot_id", "availability"])
    .execute();
  const counts = new Map(rows.map((row) => [`${row.slot_id} ${row.availability}`, row.count]));
  return poll.slots.map(({ id }) => {
    const said = (availability: Availability) => counts.get(`${id} ${availability}`) ?? 0;
    const [yes, ifNeedBe, no] = [said("yes"), said("if-need-be"), said("no")];
    return { slot: id, yes, ifNeedBe, no, unanswered: answered - yes - ifNeedBe - no };
  });
}

/** A text that changes whenever somebody joins the interest list of a gathering or leaves it. */
export async function interestVersion(db: Database, gatheringId: string): Promise<string> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_interest")
    .select((expression) => [
      expression.fn.countAll<number>().as("people"),
      expression.fn.max("joined_at").as("joined"),
      expression.fn.max("left_at").as("left"),
    ])
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirstOrThrow();
  return `${row.people} ${row.joined ?? 0} ${row.left ?? 0}`;
}
