import type { Database } from "../../../kernel/database/database.ts";

/** Which of 4,096 places have one answer of a facet, by their numbers: those from `chunk` times 4,096 on. */
export type SetRow = {
  readonly facet: string;
  readonly answer: string;
  readonly chunk: number;
  /** Bits by the places' numbers, in base64. */
  readonly bits: string;
};

/** So many numbers stand in one row. */
export const PER_CHUNK = 4_096;

/** The database, seen as the table of sets. */
export function setTables(database: Database) {
  return database.withTables<{ readonly directory_sets: SetRow }>();
}
