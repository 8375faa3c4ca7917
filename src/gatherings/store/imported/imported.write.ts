import type { Database } from "../../../kernel/database/database.ts";
import { importedTables } from "./imported.tables.ts";

interface Imported {
  readonly communityId: string;
  readonly mark: string;
  readonly gatheringId: string;
}

/** Remembers that an event was taken over. */
export async function insertImported(db: Database, { communityId, mark, gatheringId }: Imported): Promise<void> {
  await importedTables(db)
    .insertInto("imported_events")
    .values({ community_id: communityId, mark, gathering_id: gatheringId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
