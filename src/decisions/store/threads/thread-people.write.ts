import type { Database } from "../../../kernel/database/database.ts";
import { careTables } from "./care.tables.ts";
import { carryFollows, forgetFollows } from "./following.write.ts";
import { carryVoices, forgetVoices } from "./voices.write.ts";

/** Empties what a person said of threads they closed and reopened; that they did stays. Their reactions go. Their posts are emptied apart. */
export async function forgetInThreads(db: Database, personId: string): Promise<void> {
  await careTables(db).updateTable("thread_turns").set({ reason: "" }).where("person_id", "=", personId).execute();
  await forgetVoices(db, personId);
  await forgetFollows(db, personId);
}

/** What stands in threads under `joined` stands under `kept` afterwards. */
export async function carryInThreads(db: Database, kept: string, joined: string): Promise<void> {
  await careTables(db).updateTable("thread_turns").set({ person_id: kept }).where("person_id", "=", joined).execute();
  await carryVoices(db, kept, joined);
  await carryFollows(db, kept, joined);
}
