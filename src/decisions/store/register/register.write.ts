import type { Database } from "../../../kernel/database/database.ts";
import { nextNumber } from "../search/search.write.ts";
import { registerTables } from "./register.tables.ts";
import { searchableRecord, type Searchable } from "./searchable-record.ts";

/** Lets a decision be found in the register by its words, for whoever may read its thread. */
export async function enterRecord(db: Database, decision: Searchable): Promise<void> {
  const number = await nextNumber(db, "decision_records");
  await registerTables(db)
    .insertInto("decision_records")
    .values({ number, ...searchableRecord(decision) })
    .execute();
}
