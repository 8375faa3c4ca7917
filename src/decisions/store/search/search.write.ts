import type { Database } from "../../../kernel/database/database.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import { searchableWords } from "../../../kernel/base/folded-words.ts";
import { scopeFor } from "./search-scope.ts";
import { searchTables, type SearchRow } from "./search.tables.ts";

/** Lets a new text be found, by whoever may read its thread. */
export async function enterText(
  db: Database,
  text: {
    readonly about: string;
    readonly kind: SearchRow["kind"];
    readonly communityId: string;
    readonly audience: ThreadAudience;
    readonly text: string;
  },
): Promise<void> {
  const number = await nextNumber(db, "decision_texts");
  const readers = text.audience === "everyone" ? (["members", "everyone"] as const) : (["members"] as const);
  await searchTables(db)
    .insertInto("decision_texts")
    .values({
      number,
      about: text.about,
      kind: text.kind,
      scope: readers.map((reader) => scopeFor(text.communityId, reader)).join(" "),
      words: searchableWords(text.text),
    })
    .execute();
}

/** The next number of an indexed table; no two transactions get the same. */
export async function nextNumber(db: Database, table: "decision_texts" | "decision_records"): Promise<number> {
  const { last } = await searchTables(db)
    .insertInto("decision_text_numbers")
    .values({ name: table, last: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((row) => ({ last: row("decision_text_numbers.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

/** Lets a text be found by what it says now. */
export async function changeText(db: Database, about: string, text: string): Promise<void> {
  await searchTables(db)
    .updateTable("decision_texts")
    .set({ words: searchableWords(text) })
    .where("about", "=", about)
    .execute();
}

/** Lets a text be found no longer. */
export async function withdrawText(db: Database, about: string): Promise<void> {
  await searchTables(db).deleteFrom("decision_texts").where("about", "=", about).execute();
}
