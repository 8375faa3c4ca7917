import type { Database } from "../../../kernel/database/database.ts";

/** A text that can be looked for. */
export type SearchRow = {
  /** In the order in which they came; the index goes by it. */
  readonly number: number;
  /** The id of what it is a text of. */
  readonly about: string;
  readonly kind: "thread" | "post" | "proposal" | "consent" | "request";
  /** Words for who may find it: members of its community, and everybody where the thread is for everybody. */
  readonly scope: string;
  /** As {@link searchableWords} makes them. */
  readonly words: string;
};

/** The last number given, kept since both engines need it and one of them writes for many at once. */
export type SearchNumberRow = {
  readonly name: string;
  readonly last: number;
};

type SearchTables = {
  readonly decision_texts: SearchRow;
  readonly decision_text_numbers: SearchNumberRow;
};

/** The database, seen as the tables of what can be looked for. */
export function searchTables(database: Database) {
  return database.withTables<SearchTables>();
}
