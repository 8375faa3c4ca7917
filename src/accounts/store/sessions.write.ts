import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { sessionTables, type KeptFormRow, type SessionRow } from "./sessions.tables.ts";

/** Keeps a new session, and forgets those that ended by themselves. */
export async function keepSession(transaction: Database, session: SessionRow): Promise<void> {
  const tables = sessionTables(transaction);
  await tables.deleteFrom("web_sessions").where("ends_at", "<=", session.started_at).execute();
  await tables.insertInto("web_sessions").values(session).execute();
}

/** Writes down that a session was used; it then ends later. */
export async function touchSession(
  transaction: Database,
  tokenHash: string,
  now: Temporal.Instant,
  endsAt: Temporal.Instant,
): Promise<void> {
  await sessionTables(transaction)
    .updateTable("web_sessions")
    .set({ last_seen_at: microsecondsFromInstant(now), ends_at: microsecondsFromInstant(endsAt) })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Ends one session of a person; answers whether there was one. */
export async function dropSession(transaction: Database, personId: PersonId, sessionId: string): Promise<boolean> {
  const dropped = await sessionTables(transaction)
    .deleteFrom("web_sessions")
    .where("person_id", "=", personId)
    .where("id", "=", sessionId)
    .returning("id")
    .executeTakeFirst();
  return dropped !== undefined;
}

/** Ends the session that has this token; gives whose it was. */
export function dropSessionByToken(transaction: Database, tokenHash: string) {
  return sessionTables(transaction)
    .deleteFrom("web_sessions")
    .where("token_hash", "=", tokenHash)
    .returning(["id", "person_id"])
    .executeTakeFirst();
}

/** Ends all sessions of a person; gives their ids. */
export async function dropSessionsOf(transaction: Database, personId: PersonId): Promise<readonly string[]> {
  const dropped = await sessionTables(transaction)
    .deleteFrom("web_sessions")
    .where("person_id", "=", personId)
    .returning("id")
    .execute();
  return dropped.map((row) => row.id);
}

/** Ends all sessions of a person but the one that has this token; gives the ids of those that ended. */
export async function dropOtherSessions(
  transaction: Database,
  personId: PersonId,
  tokenHash: string,
): Promise<readonly string[]> {
  const dropped = await sessionTables(transaction)
    .deleteFrom("web_sessions")
    .where("person_id", "=", personId)
    .where("token_hash", "!=", tokenHash)
    .returning("id")
    .execute();
  return dropped.map((row) => row.id);
}

/** Keeps a form, in place of one that the same browser sent to the same place; forgets those whose time is over. */
export async function keepForm(transaction: Database, form: KeptFormRow, now: Temporal.Instant): Promise<void> {
  await dropExpiredForms(transaction, now);
  await dropKeptForm(transaction, form.browser_hash, form.action);
  await sessionTables(transaction).insertInto("kept_forms").values(form).execute();
}

/** Forgets the forms whose time is over. */
export async function dropExpiredForms(transaction: Database, now: Temporal.Instant): Promise<void> {
  const forms = sessionTables(transaction).deleteFrom("kept_forms");
  await forms.where("expires_at", "<=", microsecondsFromInstant(now)).execute();
}

/** Forgets a form that was sent after all. */
export async function dropKeptForm(transaction: Database, browserHash: string, action: string): Promise<void> {
  await sessionTables(transaction)
    .deleteFrom("kept_forms")
    .where("browser_hash", "=", browserHash)
    .where("action", "=", action)
    .execute();
}

/** Lets what a visitor sent follow them into the session they began. */
export async function carryKeptForms(transaction: Database, fromBrowser: string, toBrowser: string): Promise<void> {
  await sessionTables(transaction)
    .updateTable("kept_forms")
    .set({ browser_hash: toBrowser })
    .where("browser_hash", "=", fromBrowser)
    .execute();
}
