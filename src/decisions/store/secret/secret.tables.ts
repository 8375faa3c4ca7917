import type { Database } from "../../../kernel/database/database.ts";

/** What one secret proposal has beside its rules. */
export type BoxRow = {
  readonly proposal_id: string;
  /** By which its ballots are sealed; null once they are counted. */
  readonly key: string | null;
  /** `hidden` or `listed`: whether those who took part are named after closing. */
  readonly turnout: string;
};

/** Somebody has voted. No time, no order. */
export type MarkRow = { readonly proposal_id: string; readonly person_id: string };

/** A ballot while people vote: nothing of it can be read without the key of its box. */
export type SealedRow = {
  readonly proposal_id: string;
  /** A digest of the receipt code, by which whoever has the code finds the row. */
  readonly finder: string;
  readonly sealed: string;
};

/** A ballot after closing. */
export type PublishedRow = {
  readonly proposal_id: string;
  /** SHA-256 of the receipt code. */
  readonly digest: string;
  /** Canonical JSON. */
  readonly ballot: string;
};

export type SecretTables = {
  readonly secret_boxes: BoxRow;
  readonly ballot_marks: MarkRow;
  readonly sealed_ballots: SealedRow;
  readonly published_ballots: PublishedRow;
};

/** The database, seen as the tables of secret ballots. */
export function secretTables(database: Database) {
  return database.withTables<SecretTables>();
}
