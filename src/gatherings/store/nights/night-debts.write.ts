import type { Database } from "../../../kernel/database/database.ts";
import type { NightDebt } from "../../model/series/night-debt.ts";
import { nightDebtTables } from "./night-debts.tables.ts";

/** Keeps what the list of a new gathering has borne before it. */
export async function insertNightDebt(db: Database, gatheringId: string, debt: NightDebt): Promise<void> {
  const rows = [...debt].map(([zone, minutes]) => ({ gathering_id: gatheringId, zone, minutes }));
  if (rows.length > 0) await nightDebtTables(db).insertInto("night_debts").values(rows).execute();
}
