import type { Database } from "../../../kernel/database/database.ts";
import { apartLists } from "../joining/joining.write.ts";
import { electorateTables } from "./electorate.tables.ts";

/** Empties what a person wrote about challenges; that they challenged, and what came of it, stays. */
export async function forgetInElectorates(db: Database, personId: string): Promise<void> {
  const tables = electorateTables(db);
  await tables.updateTable("challenges").set({ reason: "" }).where("by_id", "=", personId).execute();
  await tables.updateTable("challenges").set({ answer: "" }).where("answered_by", "=", personId).execute();
}

/** What stands under `joined` stands under `kept` afterwards; where both stand on one list, what is written of `kept` holds. */
export async function carryInElectorates(db: Database, kept: string, joined: string): Promise<void> {
  const tables = electorateTables(db);
  for (const table of ["left_out", "named_electors", "voice_delegates", "stances_set_aside"] as const) {
    const own = tables.selectFrom(table).select("proposal_id").where("person_id", "=", kept);
    const theirs = apartLists(db, joined);
    await tables
      .deleteFrom(table)
      .where("person_id", "=", joined)
      .where("proposal_id", "in", own)
      .where("proposal_id", "not in", theirs)
      .execute();
    await tables
      .updateTable(table)
      .set({ person_id: kept })
      .where("person_id", "=", joined)
      .where("proposal_id", "not in", theirs)
      .execute();
  }
  // Whoever is on a list by one of their accounts is not left out by the other.
  const listed = tables.selectFrom("proposal_electors").select("proposal_id").where("person_id", "=", kept);
  await tables.deleteFrom("left_out").where("person_id", "=", kept).where("proposal_id", "in", listed).execute();
  for (const column of ["by_id", "answered_by"] as const) {
    await tables
      .updateTable("challenges")
      .set({ [column]: kept })
      .where(column, "=", joined)
      .execute();
  }
  // What was counted under both names is challenged under the one it was counted under.
  await tables
    .updateTable("challenges")
    .set({ about_id: kept })
    .where("about_id", "=", joined)
    .where("proposal_id", "not in", apartLists(db, joined))
    .execute();
}
