import type { Database } from "../../../kernel/database/database.ts";

/** Whose needs at which gathering, and who wants to read them. */
export interface AccessNeedsReading {
  readonly db: Database;
  readonly gatheringId: string;
  /** Undefined for a visitor. */
  readonly reader: string | undefined;
  readonly person: string;
}

/**
 * Whether somebody may read what a person needs to take part: the person themselves. Organising a gathering or caring for its community is
 * not enough: it takes the role of access steward, which is to be asked for here.
 */
export async function mayReadAccessNeeds({ reader, person }: AccessNeedsReading): Promise<boolean> {
  return reader === person;
}
