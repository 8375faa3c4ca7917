import { instantFromMicroseconds, instantOrNone, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { EntryId } from "../../model/entry.ts";
import { suggestionStates, type Suggestion, type SuggestionState } from "../../model/suggestions/suggestion.ts";
import { suggestionTables, type SuggestionRow } from "./suggestions.tables.ts";

/** A suggestion; undefined when there is none with this id. */
export async function suggestionById(db: Database, id: string): Promise<Suggestion | undefined> {
  const row = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : suggestionFrom(row);
}

/** Suggestions in this state: those that wait, the oldest first; of those decided, the latest first. */
export async function suggestionsIn(
  db: Database,
  state: SuggestionState,
  limit: number,
): Promise<readonly Suggestion[]> {
  const order = state === "waiting" ? "asc" : "desc";
  const rows = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .selectAll()
    .where("state", "=", state)
    .orderBy("made_at", order)
    .orderBy("id", order)
    .limit(limit)
    .execute();
  return rows.map(suggestionFrom);
}

/** How many wait, counted up to a bound. */
export async function countWaiting(db: Database, upTo: number): Promise<number> {
  const rows = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .select("id")
    .where("state", "=", "waiting")
    .limit(upTo)
    .execute();
  return rows.length;
}

/** What was said last of whether this host belongs here; undefined where nobody suggested it. */
export async function latestOfHost(db: Database, host: string): Promise<Suggestion | undefined> {
  const row = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .selectAll()
    .where("host", "=", host)
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : suggestionFrom(row);
}

/** What somebody suggested that still waits, the oldest first. */
export async function waitingOf(db: Database, personId: string, limit: number): Promise<readonly Suggestion[]> {
  const rows = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .selectAll()
    .where("person_id", "=", personId)
    .where("state", "=", "waiting")
    .orderBy("made_at")
    .limit(limit)
    .execute();
  return rows.map(suggestionFrom);
}

/** How many somebody made since then, counted up to a bound. */
export async function countMadeBy(
  db: Database,
  personId: string,
  { since, upTo }: { readonly since: Temporal.Instant; readonly upTo: number },
): Promise<number> {
  const rows = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .select("id")
    .where("person_id", "=", personId)
    .where("made_at", ">", microsecondsFromInstant(since))
    .limit(upTo)
    .execute();
  return rows.length;
}

/** What somebody suggested, for them to take along. */
export async function suggestionsOfPerson(db: Database, personId: string) {
  const rows = await suggestionTables(db)
    .selectFrom("directory_suggestions")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("made_at")
    .execute();
  return rows.map((row) => ({
    host: row.host,
    note: row.note,
    state: row.state,
    reason: row.reason,
    suggested: instantFromMicroseconds(row.made_at).toString(),
  }));
}

function suggestionFrom(row: SuggestionRow): Suggestion {
  return {
    id: row.id,
    host: row.host,
    note: row.note,
    personId: row.person_id ?? undefined,
    at: instantFromMicroseconds(row.made_at),
    state: suggestionStates.find((state) => state === row.state) ?? "waiting",
    decidedAt: instantOrNone(row.decided_at),
    reason: row.reason,
    entryId: (row.entry_id as EntryId | null) ?? undefined,
  };
}
