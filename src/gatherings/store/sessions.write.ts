import type { Database } from "../../kernel/database/database.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { RsvpEntry } from "../model/rsvp.ts";
import { startOf, type SessionTime } from "../model/session.ts";
import type { HeldSession } from "./sessions.read.ts";
import { gatheringTables } from "./gatherings.tables.ts";

export async function insertSession(db: Database, session: HeldSession): Promise<void> {
  await gatheringTables(db)
    .insertInto("gathering_sessions")
    .values({
      id: session.id,
      gathering_id: session.gatheringId,
      ...timeColumns(session.time),
      sequence: session.sequence,
      set_at: microsecondsFromInstant(session.setAt),
      cancelled_at: null,
    })
    .execute();
}

/** Moves a session to another time; its calendar entry counts one up. */
export async function moveSession(db: Database, session: HeldSession, time: SessionTime): Promise<void> {
  await gatheringTables(db)
    .updateTable("gathering_sessions")
    .set({ ...timeColumns(time), sequence: session.sequence + 1 })
    .where("id", "=", session.id)
    .execute();
}

/** Calls sessions off; they stay, so that calendars that know them hear of it. */
export async function cancelSession(db: Database, session: HeldSession, now: Temporal.Instant): Promise<void> {
  await gatheringTables(db)
    .updateTable("gathering_sessions")
    .set({ cancelled_at: microsecondsFromInstant(now), sequence: session.sequence + 1 })
    .where("id", "=", session.id)
    .execute();
}

/** Counts a session's calendar entry one up: its title, place or text changed. */
export async function countUp(db: Database, session: HeldSession): Promise<void> {
  await gatheringTables(db)
    .updateTable("gathering_sessions")
    .set({ sequence: session.sequence + 1 })
    .where("id", "=", session.id)
    .execute();
}

/** Writes the entries of a session's list that differ from what stood before. */
export async function writeRsvps(
  db: Database,
  sessionId: string,
  entries: readonly RsvpEntry[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { person, answer, seat, instance, people, standing, arrival } of entries) {
    const said = { answer, seat, instance, people, standing, arrival, answered_at: microsecondsFromInstant(now) };
    await gatheringTables(db)
      .insertInto("gathering_rsvps")
      .values({ session_id: sessionId, person_id: person, ...said })
      .onConflict((conflict) => conflict.columns(["session_id", "person_id"]).doUpdateSet(said))
      .execute();
  }
}

function timeColumns(time: SessionTime) {
  return {
    starts: time.start.toString({ smallestUnit: "minute" }),
    zone: time.zone,
    length_minutes: time.lengthMinutes,
    starts_at: microsecondsFromInstant(startOf(time)),
  };
}
