import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Suggestion } from "../../model/suggestions/suggestion.ts";
import { suggestionTables } from "./suggestions.tables.ts";

/** A suggestion that waits. */
export async function insertSuggestion(
  db: Database,
  suggestion: Pick<Suggestion, "id" | "host" | "note" | "at"> & { readonly personId: string },
): Promise<void> {
  await suggestionTables(db)
    .insertInto("directory_suggestions")
    .values({
      id: suggestion.id,
      host: suggestion.host,
      note: suggestion.note,
      person_id: suggestion.personId,
      made_at: microsecondsFromInstant(suggestion.at),
      state: "waiting",
      decided_at: null,
      reason: "",
      entry_id: null,
    })
    .execute();
}

/** A suggestion that was taken back. */
export async function deleteSuggestion(db: Database, id: string): Promise<void> {
  await suggestionTables(db).deleteFrom("directory_suggestions").where("id", "=", id).execute();
}

/** What an operator made of a suggestion. */
export async function decideSuggestion(
  db: Database,
  id: string,
  decided: { readonly at: Temporal.Instant } & (
    | { readonly state: "accepted"; readonly entryId: string }
    | { readonly state: "refused"; readonly reason: string }
  ),
): Promise<void> {
  await suggestionTables(db)
    .updateTable("directory_suggestions")
    .set({
      state: decided.state,
      decided_at: microsecondsFromInstant(decided.at),
      reason: decided.state === "refused" ? decided.reason : "",
      entry_id: decided.state === "accepted" ? decided.entryId : null,
    })
    .where("id", "=", id)
    .execute();
}

/** Forgets what was decided before then. */
export async function forgetDecidedBefore(db: Database, before: Temporal.Instant): Promise<void> {
  await suggestionTables(db)
    .deleteFrom("directory_suggestions")
    .where("decided_at", "<", microsecondsFromInstant(before))
    .execute();
}

/** Forgets every suggestion of a host; gives those that waited, with who made them. */
export async function deleteSuggestionsOf(
  db: Database,
  host: string,
): Promise<readonly { readonly id: string; readonly personId: string | undefined }[]> {
  const rows = await suggestionTables(db)
    .deleteFrom("directory_suggestions")
    .where("host", "=", host)
    .returning(["id", "person_id", "state"])
    .execute();
  return rows.flatMap(({ id, person_id, state }) =>
    state === "waiting" ? [{ id, personId: person_id ?? undefined }] : [],
  );
}

/** Who suggested is forgotten, and what they said with it; the host they named stays. */
export async function forgetSuggester(db: Database, personId: string): Promise<void> {
  await suggestionTables(db)
    .updateTable("directory_suggestions")
    .set({ person_id: null, note: "" })
    .where("person_id", "=", personId)
    .execute();
}

/** What `joined` suggested is what `kept` suggested. */
export async function joinSuggesters(db: Database, kept: string, joined: string): Promise<void> {
  await suggestionTables(db)
    .updateTable("directory_suggestions")
    .set({ person_id: kept })
    .where("person_id", "=", joined)
    .execute();
}
