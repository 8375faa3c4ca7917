import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { careTables } from "./care.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** What is kept of a person around threads besides their posts, by list. */
export async function keptInThreads(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const turns = await careTables(db).selectFrom("thread_turns").selectAll().where("person_id", "=", personId).execute();
  return {
    threadsClosedAndReopened: turns.map((row) => ({
      thread: row.thread_id,
      what: row.what,
      reason: row.reason,
      at: instantFromMicroseconds(row.at).toString(),
    })),
  };
}
