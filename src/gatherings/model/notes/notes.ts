import type { GatheringState, PersonId } from "../gathering.ts";

/** The place of the notes that belong to no block of the agenda; all others are written at a block's id. */
export const wholeGathering = "whole";

/** The most characters of the notes at one place, and how many versions of them are kept. */
export const notesBounds = { mostCharacters: 20_000, versionsKept: 200 } as const;

/** Notes as they were at one moment. */
export interface NoteVersion {
  readonly place: string;
  /** Counts from 1; 0 for notes that nobody has begun. */
  readonly version: number;
  /** Markdown, as written. */
  readonly text: string;
  /** Undefined before anybody wrote, and once whoever wrote it has left. */
  readonly writerId: PersonId | undefined;
  readonly writtenAt: Temporal.Instant | undefined;
}

/** Notes that nobody has begun. */
export function unwrittenNotes(place: string): NoteVersion {
  return { place, version: 0, text: "", writerId: undefined, writtenAt: undefined };
}

/** Whether notes may be written: from when the date is set until the minutes are published. */
export function takesNotes(state: GatheringState): boolean {
  return state === "date-set" || state === "held";
}
