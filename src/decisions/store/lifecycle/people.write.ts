import type { Database } from "../../../kernel/database/database.ts";
import { lifecycleTables } from "./lifecycle.tables.ts";

/** Empties the reasons that somebody gave; that and when a closing time changed stays, and so do options that others have answered with. */
export async function forgetInLives(db: Database, personId: string): Promise<void> {
  await lifecycleTables(db)
    .updateTable("proposal_changes")
    .set({ reason: "" })
    .where("person_id", "=", personId)
    .execute();
}

/** What stands under `joined` stands under `kept` afterwards. */
export async function carryInLives(db: Database, kept: string, joined: string): Promise<void> {
  const tables = lifecycleTables(db);
  for (const table of ["proposal_changes", "added_options", "proposal_templates"] as const) {
    await tables.updateTable(table).set({ person_id: kept }).where("person_id", "=", joined).execute();
  }
}
