import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { careTables } from "./care.tables.ts";
import { followTables } from "./following.tables.ts";
import { voiceTables } from "./voices.tables.ts";

type KeptRecord = Readonly<Record<string, string | number>>;

/** What is kept of a person around threads besides their posts, by list. */
export async function keptInThreads(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const turns = await careTables(db).selectFrom("thread_turns").selectAll().where("person_id", "=", personId).execute();
  const reactions = await voiceTables(db)
    .selectFrom("post_reactions")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const follows = await followTables(db)
    .selectFrom("thread_follows")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  return {
    threadsFollowed: follows.map((row) => ({ thread: row.thread_id, level: row.level })),
    reactions: reactions.map((row) => ({
      post: row.post_id,
      kind: row.kind,
      at: instantFromMicroseconds(row.given_at).toString(),
    })),
    threadsClosedAndReopened: turns.map((row) => ({
      thread: row.thread_id,
      what: row.what,
      reason: row.reason,
      at: instantFromMicroseconds(row.at).toString(),
    })),
  };
}
