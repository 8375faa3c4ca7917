import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** A place in the directory. */
export type EntryRow = {
  readonly id: string;
  /** In the order in which they came; the index of words goes by it. */
  readonly number: number;
  readonly domain: string | null;
  readonly name: string;
  /** Lower case, for lists by name. */
  readonly sort_name: string;
  readonly added_at: Microseconds;
  readonly changed_at: Microseconds;
};

/** What somebody says of one field of an entry; one of a claimant stands at a time, and those it replaced are kept. */
export type ClaimRow = {
  readonly id: string;
  readonly entry_id: string;
  readonly field: string;
  /** Canonical JSON. */
  readonly value: string;
  readonly basis: string;
  /** `list:<name>`, `person:<id>`, `program`, `directory:` and what it tells as JSON. */
  readonly claimant: string;
  readonly person_id: string | null;
  readonly said_at: Microseconds;
  readonly as_of: string;
  /** JSON array of web addresses. */
  readonly sources: string;
  readonly certainty: string;
  readonly doubt: string | null;
  readonly note: string;
  /** When the same claimant said something else, or took it back. */
  readonly ended_at: Microseconds | null;
};

/** By what an entry is found: an answer of a facet. */
export type FacetRow = {
  readonly entry_id: string;
  readonly facet: string;
  readonly answer: string;
};

/** The words of an entry that can be looked for. */
export type WordsRow = {
  readonly number: number;
  readonly scope: string;
  readonly words: string;
};

/** How many entries there are, kept since it is asked for on every first page; and, as `numbers`, the last number given to one. */
export type CountRow = {
  readonly of: string;
  readonly count: number;
};

/** A host that does not want to be listed: a salted hash, so that the list of them names nobody. */
export type OptOutRow = {
  readonly hash: string;
};

/** The salt of those hashes, made once. */
export type SaltRow = {
  readonly of: string;
  readonly salt: string;
};

type DirectoryTables = {
  readonly directory_entries: EntryRow;
  readonly directory_claims: ClaimRow;
  readonly directory_facets: FacetRow;
  readonly directory_words: WordsRow;
  readonly directory_counts: CountRow;
  readonly directory_opt_outs: OptOutRow;
  readonly directory_salts: SaltRow;
};

/** The database, seen as the tables of the directory. */
export function directoryTables(database: Database) {
  return database.withTables<DirectoryTables>();
}
