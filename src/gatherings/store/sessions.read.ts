import type { Database } from "../../kernel/database/database.ts";
import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { GatheringId, PersonId, SessionId } from "../model/gathering.ts";
import type { RsvpAnswer, RsvpEntry, RsvpStanding } from "../model/rsvp.ts";
import type { SessionTime } from "../model/session.ts";
import { gatheringTables, type RsvpRow, type SessionRow } from "./gatherings.tables.ts";

/** A chosen time of a gathering, as it stands. */
export interface HeldSession {
  readonly id: SessionId;
  readonly gatheringId: GatheringId;
  readonly time: SessionTime;
  readonly startsAt: Temporal.Instant;
  /** For calendars: grows with each change. */
  readonly sequence: number;
  /** When it was first set; what is published of it bears this instant for ever. */
  readonly setAt: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant | undefined;
}

/** The sessions of a gathering in order of time, cancelled ones too. */
export async function sessionsOf(db: Database, gatheringId: string): Promise<readonly HeldSession[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_sessions")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("starts_at")
    .orderBy("id")
    .limit(50)
    .execute();
  return rows.map(sessionFromRow);
}

export async function sessionById(db: Database, id: string): Promise<HeldSession | undefined> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_sessions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : sessionFromRow(row);
}

/** All RSVPs to one session, in order of arrival. */
export async function rsvpsOf(db: Database, sessionId: string): Promise<readonly RsvpEntry[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .selectAll()
    .where("session_id", "=", sessionId)
    .orderBy("arrival")
    .execute();
  return rows.map(entryFromRow);
}

/** One person's RSVPs to the sessions of a gathering. */
export async function rsvpsOfPerson(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<ReadonlyMap<SessionId, RsvpEntry>> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps as rsvp")
    .innerJoin("gathering_sessions as session", "session.id", "rsvp.session_id")
    .selectAll("rsvp")
    .where("session.gathering_id", "=", gatheringId)
    .where("rsvp.person_id", "=", personId)
    .execute();
  return new Map(rows.map((row) => [row.session_id as SessionId, entryFromRow(row)]));
}

/** How many entries, and how many people, stand at each answer of a session. */
export async function rsvpTotals(
  db: Database,
  sessionId: string,
): Promise<
  readonly {
    readonly answer: RsvpAnswer;
    readonly standing: RsvpStanding;
    readonly entries: number;
    readonly people: number;
  }[]
> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .select(["answer", "standing"])
    .select((expression) => [
      expression.fn.countAll<number>().as("entries"),
      expression.fn.sum<number | string>("people").as("people"),
    ])
    .where("session_id", "=", sessionId)
    .groupBy(["answer", "standing"])
    .execute();
  return rows.map((row) => ({
    answer: row.answer as RsvpAnswer,
    standing: row.standing as RsvpStanding,
    entries: row.entries,
    people: Number(row.people),
  }));
}

/**
 * Everyone who is to hear of a change: on the interest list, or coming to a session. With `sessionId`, those alone who come, or
 * may come, to that session.
 */
export async function peopleToTell(
  db: Database,
  gatheringId: string,
  sessionId?: SessionId,
): Promise<readonly PersonId[]> {
  const tables = gatheringTables(db);
  const coming = tables
    .selectFrom("gathering_rsvps as rsvp")
    .innerJoin("gathering_sessions as session", "session.id", "rsvp.session_id")
    .select("rsvp.person_id")
    .where("session.gathering_id", "=", gatheringId)
    .where("rsvp.answer", "!=", "not-going");
  if (sessionId !== undefined) {
    const rows = await coming.where("session.id", "=", sessionId).orderBy("rsvp.person_id").execute();
    return rows.map((row) => row.person_id as PersonId);
  }
  const interested = tables
    .selectFrom("gathering_interest")
    .select("person_id")
    .where("gathering_id", "=", gatheringId)
    .where("left_at", "is", null);
  const rows = await interested.union(coming).orderBy("person_id").execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Those who have a place in a session, to speak or to listen. */
export async function seatedPeople(db: Database, sessionId: SessionId): Promise<readonly PersonId[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps")
    .select("person_id")
    .where("session_id", "=", sessionId)
    .where("standing", "=", "confirmed")
    .where("answer", "in", ["going", "audience"])
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** A session as it lies in its row. */
export function sessionFromRow(row: SessionRow): HeldSession {
  return {
    id: row.id as SessionId,
    gatheringId: row.gathering_id as GatheringId,
    time: { start: Temporal.PlainDateTime.from(row.starts), zone: row.zone, lengthMinutes: row.length_minutes },
    startsAt: instantFromMicroseconds(row.starts_at),
    sequence: row.sequence,
    setAt: instantFromMicroseconds(row.set_at),
    cancelledAt: row.cancelled_at === null ? undefined : instantFromMicroseconds(row.cancelled_at),
  };
}

/** An RSVP as it lies in its row. */
export function entryFromRow(row: RsvpRow): RsvpEntry {
  return {
    person: row.person_id as PersonId,
    answer: row.answer as RsvpAnswer,
    people: row.people,
    standing: row.standing as RsvpStanding,
    arrival: row.arrival,
  };
}
