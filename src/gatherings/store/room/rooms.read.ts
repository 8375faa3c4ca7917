import type { Database } from "../../../kernel/database/database.ts";
import { roomTables } from "./rooms.tables.ts";

/** The link to a gathering's room, for those alone who may enter; undefined when it has none. */
export async function roomOf(db: Database, gatheringId: string): Promise<string | undefined> {
  const row = await roomTables(db)
    .selectFrom("gathering_rooms")
    .select("link")
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  return row?.link;
}
