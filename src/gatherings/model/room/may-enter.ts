import type { RsvpEntry } from "../rsvp.ts";

/** What decides whether somebody may enter the room of a gathering. */
export interface AtTheDoor {
  readonly organises: boolean;
  /** Their answers for the sessions that are not called off. */
  readonly entries: readonly Pick<RsvpEntry, "answer" | "standing">[];
}

/** The room is for those who organise, and for those who have a place in one of the sessions, to speak or to listen. */
export function mayEnter({ organises, entries }: AtTheDoor): boolean {
  return organises || entries.some(({ answer, standing }) => hasPlace(answer, standing));
}

function hasPlace(answer: RsvpEntry["answer"], standing: RsvpEntry["standing"]): boolean {
  return standing === "confirmed" && (answer === "going" || answer === "audience");
}
