import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Look } from "../../model/look-up/look.ts";
import { lookTables } from "./looks.tables.ts";

/** Somebody, or the program itself, wishes an entry to be looked at. */
export async function keepLookAsked(db: Database, entryId: string, at: Temporal.Instant): Promise<void> {
  const asked_at = microsecondsFromInstant(at);
  const nothing = { looked_at: null, outcome: null, leads_to: null, answered_at: null, failures: 0 };
  await lookTables(db)
    .insertInto("directory_looks")
    .values({ entry_id: entryId, asked_at, ...nothing })
    .onConflict((conflict) => conflict.column("entry_id").doUpdateSet({ asked_at }))
    .execute();
}

/** What came of a look; when it last answered is kept where nobody answers now. */
export async function keepLook(
  db: Database,
  entryId: string,
  { at, outcome, leadsTo }: Pick<Look, "at" | "outcome" | "leadsTo">,
  failures: number,
): Promise<void> {
  const looked_at = microsecondsFromInstant(at);
  const seen = {
    asked_at: null,
    looked_at,
    outcome,
    leads_to: leadsTo ?? null,
    failures,
    ...(outcome === "found" && { answered_at: looked_at }),
  };
  await lookTables(db)
    .insertInto("directory_looks")
    .values({ entry_id: entryId, answered_at: null, ...seen })
    .onConflict((conflict) => conflict.column("entry_id").doUpdateSet(seen))
    .execute();
}

/** Forgets what is known of looking at an entry that is no longer listed. */
export async function deleteLook(db: Database, entryId: string): Promise<void> {
  await lookTables(db).deleteFrom("directory_looks").where("entry_id", "=", entryId).execute();
}
