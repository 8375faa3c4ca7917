import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { notesBounds, takesNotes, wholeGathering } from "../../model/notes/notes.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { notesAt } from "../../store/notes/notes.read.ts";
import { keepNotes } from "../../store/notes/notes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, gatheringOf, mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { writesNotes } from "./participants.ts";

export type WriteNotesRefusal =
  | StandingRefusal
  | { readonly kind: "not-a-note-writer" }
  | { readonly kind: "notes-closed" }
  | { readonly kind: "notes-off" }
  | { readonly kind: "notes-moved-on"; readonly version: number };

/** Where notes are written: a block's id, or `whole`. */
export const placeInput = z.string().min(1).max(64);

/**
 * Writes the notes on a block, or on the whole gathering, anew. Whoever read another version than the present one loses nothing: what
 * they wrote is refused, so that they can bring both together.
 *
 * Refuses what standing refuses, `not-a-note-writer`, `notes-closed` before there is a date and once the minutes are published,
 * `notes-off` for a block without notes, and `notes-moved-on`.
 */
export const writeNotes = defineCommand({
  name: "gatherings/write-notes",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    place: placeInput,
    /** The version that was read; 0 where there was none. */
    version: z.coerce.number().int().min(0),
    text: z.string().trim().max(notesBounds.mostCharacters),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly version: number }, WriteNotesRefusal>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (person === undefined || gathering === undefined) return refused({ kind: "not-found" });
    const organises = (await mayOrganise(context, input)) === undefined;
    if (!(await writesNotes(context.db, gathering, { personId: person, organises })))
      return refused({ kind: "not-a-note-writer" });
    if (!takesNotes(gathering.state)) return refused({ kind: "notes-closed" });
    const { place, text } = input;
    if (place !== wholeGathering) {
      const block = await blockOf(context.db, gathering.id, place);
      if (block === undefined) return refused({ kind: "not-found" });
      if (!block.notes) return refused({ kind: "notes-off" });
    }
    const present = await notesAt(context.db, gathering.id, place);
    if (present.text === text) return accepted({ version: present.version });
    if (present.version !== input.version) return refused({ kind: "notes-moved-on", version: present.version });
    const version = present.version + 1;
    await keepNotes(context.db, { gatheringId: gathering.id, place, version, text, writerId: person }, context.now);
    context.emit({ name: "notes-written", version: 1, payload: { gathering: gathering.id, place, version, person } });
    return accepted({ version });
  },
});
