import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { GatheringId, GatheringState, PersonId } from "../model/gathering.ts";
import { gatheringTables, type GatheringRow } from "./gatherings.tables.ts";

/** A gathering as pages, commands and federation see it. */
export interface Gathering {
  readonly id: GatheringId;
  readonly communityId: string;
  readonly handle: string;
  readonly title: string;
  readonly purpose: string;
  readonly description: string;
  readonly language: string;
  readonly zone: string;
  readonly state: GatheringState;
  readonly place: string;
  readonly capacity: number | null;
  readonly audienceCapacity: number | null;
  readonly organiserId: PersonId;
  readonly announcedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly reason: string;
}

/** One line of a list of gatherings. */
export interface GatheringLine extends Gathering {
  /** When it is next held, or was last; undefined while it has no date. */
  readonly startsAt: Temporal.Instant | undefined;
}

export async function gatheringById(db: Database, id: string): Promise<Gathering | undefined> {
  const { rows } = await rowById(db, { id });
  return rows[0] === undefined ? undefined : gatheringFromRow(rows[0]);
}

const rowById = prepared((db, given: { id: string }) =>
  gatheringTables(db).selectFrom("gatherings").selectAll().where("id", "=", given.id),
);

export async function gatheringByHandle(db: Database, handle: string): Promise<Gathering | undefined> {
  const row = await gatheringTables(db)
    .selectFrom("gatherings")
    .selectAll()
    .where("handle", "=", handle)
    .executeTakeFirst();
  return row === undefined ? undefined : gatheringFromRow(row);
}

/** A community's gatherings, the newest announced first; `before` is the announcement of the last one on the page before. */
export async function gatheringsOfCommunity(
  db: Database,
  communityId: string,
  page: { readonly before: Temporal.Instant | undefined; readonly limit: number },
): Promise<readonly GatheringLine[]> {
  let query = linesOf(db).where("gathering.community_id", "=", communityId);
  if (page.before !== undefined)
    query = query.where("gathering.announced_at", "<", microsecondsFromInstant(page.before));
  const rows = await query.orderBy("gathering.announced_at", "desc").limit(page.limit).execute();
  return rows.map(lineFromRow);
}

/** What is held next on this server, the soonest first. */
export async function upcomingGatherings(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly GatheringLine[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_sessions as session")
    .innerJoin("gatherings as gathering", "gathering.id", "session.gathering_id")
    .selectAll("gathering")
    .select("session.starts_at")
    .where("session.starts_at", ">=", microsecondsFromInstant(now))
    .where("session.cancelled_at", "is", null)
    .orderBy("session.starts_at")
    .limit(limit)
    .execute();
  return rows.map(lineFromRow);
}

/** Gatherings of this server that have no date yet, the newest first. */
export async function gatheringsWithoutDate(db: Database, limit: number): Promise<readonly GatheringLine[]> {
  const rows = await linesOf(db)
    .where("gathering.state", "in", ["idea", "asking-when"])
    .orderBy("gathering.announced_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(lineFromRow);
}

/** The gatherings on whose list a person is, whichever they joined last first. */
export async function gatheringsHeardOf(
  db: Database,
  personId: string,
  limit: number,
): Promise<readonly GatheringLine[]> {
  const rows = await linesOf(db)
    .innerJoin("gathering_interest as interest", "interest.gathering_id", "gathering.id")
    .where("interest.person_id", "=", personId)
    .where("interest.left_at", "is", null)
    .orderBy("interest.joined_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(lineFromRow);
}

function linesOf(db: Database) {
  return gatheringTables(db)
    .selectFrom("gatherings as gathering")
    .selectAll("gathering")
    .select((expression) =>
      expression
        .selectFrom("gathering_sessions as session")
        .select((inner) => inner.fn.min("session.starts_at").as("starts_at"))
        .whereRef("session.gathering_id", "=", "gathering.id")
        .where("session.cancelled_at", "is", null)
        .as("starts_at"),
    );
}

function lineFromRow(row: GatheringRow & { readonly starts_at: number | null }): GatheringLine {
  const startsAt = row.starts_at === null ? undefined : instantFromMicroseconds(row.starts_at);
  return { ...gatheringFromRow(row), startsAt };
}

function gatheringFromRow(row: GatheringRow): Gathering {
  return {
    id: row.id as GatheringId,
    communityId: row.community_id,
    handle: row.handle,
    title: row.title,
    purpose: row.purpose,
    description: row.description,
    language: row.language,
    zone: row.zone,
    state: row.state as GatheringState,
    place: row.place,
    capacity: row.capacity,
    audienceCapacity: row.audience_capacity,
    organiserId: row.organiser_id as PersonId,
    announcedAt: instantFromMicroseconds(row.announced_at),
    changedAt: instantFromMicroseconds(row.changed_at),
    reason: row.reason,
  };
}
