import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/gathering.ts";
import type { CalendarSession, CalendarText } from "../model/calendar.ts";
import type { RsvpAnswer, RsvpStanding } from "../model/rsvp.ts";
import { calendarTables } from "./calendars.tables.ts";
import { gatheringTables } from "./gatherings.tables.ts";
import { sessionFromRow } from "./sessions.read.ts";

/** A session with what a calendar says of its gathering. */
export interface CalendarLine {
  readonly session: CalendarSession & { readonly setAt: Temporal.Instant };
  readonly text: CalendarText & { readonly changedAt: Temporal.Instant };
}

/** As {@link CalendarLine}, with what the owner of the calendar said. */
export interface OwnCalendarLine extends CalendarLine {
  readonly answer: RsvpAnswer;
  readonly standing: RsvpStanding;
}

/** Whose calendar an address is, by the hash of its token. */
export async function ownerOfFeed(db: Database, tokenHash: string): Promise<PersonId | undefined> {
  const row = await calendarTables(db)
    .selectFrom("calendar_feeds")
    .select("person_id")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row?.person_id as PersonId | undefined;
}

/** When a person's calendar got its address; undefined when it has none. */
export async function feedMadeAt(db: Database, personId: string): Promise<Temporal.Instant | undefined> {
  const row = await calendarTables(db)
    .selectFrom("calendar_feeds")
    .select("made_at")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : instantFromMicroseconds(row.made_at);
}

/** The sessions of a community's gatherings from an instant on, the soonest first; cancelled ones too. */
export async function sessionsOfCommunity(
  db: Database,
  communityId: string,
  since: Temporal.Instant,
  limit: number,
): Promise<readonly CalendarLine[]> {
  const rows = await linesOf(db)
    .where("gathering.community_id", "=", communityId)
    .where("session.starts_at", ">=", microsecondsFromInstant(since))
    .orderBy("session.starts_at")
    .limit(limit)
    .execute();
  return rows.map(lineFromRow);
}

/** The sessions a person said they come to, or maybe, from an instant on; the soonest first. */
export async function sessionsOfPerson(
  db: Database,
  personId: string,
  since: Temporal.Instant,
  limit: number,
): Promise<readonly OwnCalendarLine[]> {
  const rows = await linesOf(db)
    .innerJoin("gathering_rsvps as rsvp", "rsvp.session_id", "session.id")
    .select(["rsvp.answer", "rsvp.standing"])
    .where("rsvp.person_id", "=", personId)
    .where("rsvp.answer", "!=", "not-going")
    .where("session.starts_at", ">=", microsecondsFromInstant(since))
    .orderBy("session.starts_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...lineFromRow(row),
    answer: row.answer as RsvpAnswer,
    standing: row.standing as RsvpStanding,
  }));
}

function linesOf(db: Database) {
  return gatheringTables(db)
    .selectFrom("gathering_sessions as session")
    .innerJoin("gatherings as gathering", "gathering.id", "session.gathering_id")
    .selectAll("session")
    .select(["gathering.title", "gathering.purpose", "gathering.place", "gathering.changed_at"]);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>["execute"]>>[number];

function lineFromRow(row: LineRow): CalendarLine {
  const { title, purpose, place } = row;
  return {
    session: sessionFromRow(row),
    text: { title, purpose, place, changedAt: instantFromMicroseconds(row.changed_at) },
  };
}
