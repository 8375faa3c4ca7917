import type { Database } from "../../kernel/database/database.ts";
import type { RsvpAnswer, RsvpEntry, RsvpStanding } from "../model/rsvp.ts";
import { gatheringTables } from "./gatherings.tables.ts";
import { entryFromRow } from "./sessions.read.ts";

/** Those of a session who answered alike and stand alike, in order of arrival; at most `limit`. */
export async function rsvpsStanding(
  db: Database,
  sessionId: string,
  wanted: { readonly answer: RsvpAnswer; readonly standing: RsvpStanding },
  limit: number,
): Promise<readonly RsvpEntry[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .selectAll()
    .where("session_id", "=", sessionId)
    .where("answer", "=", wanted.answer)
    .where("standing", "=", wanted.standing)
    .orderBy("arrival")
    .limit(limit)
    .execute();
  return rows.map(entryFromRow);
}

/** The RSVPs of a session in order of arrival, at most `limit` of them after the arrival `after` (0 to begin). */
export async function rsvpPage(
  db: Database,
  sessionId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RsvpEntry[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .selectAll()
    .where("session_id", "=", sessionId)
    .where("arrival", ">", after)
    .orderBy("arrival")
    .limit(limit)
    .execute();
  return rows.map(entryFromRow);
}

/** The place of a waiting entry in the queue of its answer, counted from 1. */
export async function placeInQueue(
  db: Database,
  sessionId: string,
  entry: Pick<RsvpEntry, "answer" | "arrival">,
): Promise<number> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("session_id", "=", sessionId)
    .where("answer", "=", entry.answer)
    .where("standing", "=", "waiting")
    .where("arrival", "<", entry.arrival)
    .executeTakeFirstOrThrow();
  return row.count + 1;
}
