import type { Database } from "../../../kernel/database/database.ts";
import type { NightDebt } from "../../model/series/night-debt.ts";
import { nightDebtTables } from "./night-debts.tables.ts";

/** More zones than there are in use. */
const mostZones = 1_000;

/** What a gathering's list had borne before it. */
export async function nightDebtOf(db: Database, gatheringId: string): Promise<NightDebt> {
  const rows = await nightDebtTables(db)
    .selectFrom("night_debts")
    .select(["zone", "minutes"])
    .where("gathering_id", "=", gatheringId)
    .orderBy("zone")
    .limit(mostZones)
    .execute();
  return new Map(rows.map(({ zone, minutes }) => [zone, Number(minutes)]));
}
