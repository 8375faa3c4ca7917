import type { Database } from "../../../kernel/database/database.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { maySeeAccessNeeds } from "../roles/may-see-access-needs.ts";

/** Whose needs at which gathering, and who wants to read them. */
export interface AccessNeedsReading {
  readonly db: Database;
  readonly gathering: Pick<Gathering, "id" | "communityId">;
  /** Undefined for a visitor. */
  readonly reader: string | undefined;
  readonly person: string;
}

/**
 * Whether somebody may read what a person needs to take part: the person themselves, and the gathering's access steward. Organising a
 * gathering or caring for its community is not enough.
 */
export async function mayReadAccessNeeds({ db, gathering, reader, person }: AccessNeedsReading): Promise<boolean> {
  if (reader === undefined) return false;
  return reader === person || maySeeAccessNeeds(db, gathering, reader);
}
