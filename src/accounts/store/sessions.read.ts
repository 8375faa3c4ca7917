import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { sessionTables } from "./sessions.tables.ts";
import type { PeopleTables } from "./people.tables.ts";

/** A session whose person may use it. */
export interface LiveSession {
  readonly personId: PersonId;
  readonly name: string;
  readonly language: string | undefined;
  readonly zone: string | undefined;
  readonly lastSeenAt: Temporal.Instant;
}

/** The session that has this token; undefined once it ended, and while its person is suspended or gone. */
export async function liveSession(
  read: Database,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<LiveSession | undefined> {
  const row = await sessionTables(read)
    .withTables<Pick<PeopleTables, "people">>()
    .selectFrom("web_sessions as session")
    .innerJoin("people as person", "person.id", "session.person_id")
    .select(["person.id", "person.name", "person.language", "person.zone", "session.last_seen_at"])
    .where("session.token_hash", "=", tokenHash)
    .where("session.ends_at", ">", microsecondsFromInstant(now))
    .where("person.suspended_at", "is", null)
    .where("person.left_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.id,
    name: row.name,
    language: row.language ?? undefined,
    zone: row.zone ?? undefined,
    lastSeenAt: instantFromMicroseconds(row.last_seen_at),
  };
}

/** Whether the session with this token still stands; what stays open for long asks again and again. */
export async function isSessionLive(read: Database, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  return (await liveSession(read, tokenHash, now)) !== undefined;
}

/** A session as its person sees it. */
export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly startedAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  /** Whether it has this token. */
  readonly isThis: boolean;
}

/** Where a person is signed in, the last used first; at most a hundred. */
export async function sessionsOf(
  read: Database,
  personId: PersonId,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<readonly ListedSession[]> {
  const rows = await sessionTables(read)
    .selectFrom("web_sessions")
    .select(["id", "device", "started_at", "last_seen_at", "token_hash"])
    .where("person_id", "=", personId)
    .where("ends_at", ">", microsecondsFromInstant(now))
    .orderBy("last_seen_at", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: instantFromMicroseconds(row.started_at),
    lastSeenAt: instantFromMicroseconds(row.last_seen_at),
    isThis: row.token_hash === tokenHash,
  }));
}

/** The form that a browser sent to `action` before its person signed in: names and values as they were sent. */
export async function keptForm(
  read: Database,
  browserHash: string,
  action: string,
  now: Temporal.Instant,
): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  const row = await sessionTables(read)
    .selectFrom("kept_forms")
    .select("fields")
    .where("browser_hash", "=", browserHash)
    .where("action", "=", action)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.fields) as Readonly<Record<string, readonly string[]>>);
}
