import type { Database } from "../../../kernel/database/database.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { interestOf } from "../../store/interest.read.ts";
import { everyoneWrites } from "../../store/notes/notes.read.ts";
import { holdsRole } from "../../store/roles/roles.read.ts";
import { rsvpsOfPerson } from "../../store/sessions.read.ts";

/** Somebody who asks for what was written, or wants to write. */
export interface Asking {
  readonly personId: string | undefined;
  readonly organises: boolean;
}

/** Whether somebody said of any session that they come, may come, or listen in. */
export async function takesPart(db: Database, gatheringId: string, personId: string): Promise<boolean> {
  const rsvps = await rsvpsOfPerson(db, gatheringId, personId);
  return [...rsvps.values()].some(({ answer }) => answer !== "not-going");
}

/**
 * Whether somebody may write notes: those who organise, whoever holds the role of note-taker, and where organisers allow it everyone who
 * takes part.
 */
export async function writesNotes(db: Database, gathering: Gathering, asking: Asking): Promise<boolean> {
  if (asking.organises) return true;
  if (asking.personId === undefined) return false;
  if (await holdsRole(db, gathering.id, "note-taker", asking.personId)) return true;
  if (!(await everyoneWrites(db, gathering.id))) return false;
  return takesPart(db, gathering.id, asking.personId);
}

/** Whether somebody may read notes and the draft of the minutes: those who organise, take part, or are on the list. */
export async function readsDraft(db: Database, gathering: Gathering, asking: Asking): Promise<boolean> {
  if (asking.organises) return true;
  if (asking.personId === undefined) return false;
  if (await takesPart(db, gathering.id, asking.personId)) return true;
  if (await holdsRole(db, gathering.id, "note-taker", asking.personId)) return true;
  return (await interestOf(db, gathering.id, asking.personId)) === "on-list";
}
