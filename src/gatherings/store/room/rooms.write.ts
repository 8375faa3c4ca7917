import type { Database } from "../../../kernel/database/database.ts";
import { roomTables } from "./rooms.tables.ts";

/** Gives a gathering this room in place of any before. */
export async function putRoom(db: Database, gatheringId: string, link: string): Promise<void> {
  await roomTables(db)
    .insertInto("gathering_rooms")
    .values({ gathering_id: gatheringId, link })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet({ link }))
    .execute();
}

/** Takes a gathering's room away. */
export async function dropRoom(db: Database, gatheringId: string): Promise<void> {
  await roomTables(db).deleteFrom("gathering_rooms").where("gathering_id", "=", gatheringId).execute();
}
