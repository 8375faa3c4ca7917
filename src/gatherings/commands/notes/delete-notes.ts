import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { wholeGathering } from "../../model/notes/notes.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { notesAt } from "../../store/notes/notes.read.ts";
import { deleteNotesAt } from "../../store/notes/notes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { placeInput } from "./write-notes.ts";

export type DeleteNotesRefusal =
  | StandingRefusal
  | { readonly kind: "notes-wanted" }
  | { readonly kind: "deletion-not-sure" };

/**
 * Deletes what was written on a block before its notes were switched off, or before it was taken out of the agenda, with every version
 * of it, for good.
 *
 * Refuses what standing refuses, `deletion-not-sure` without the tick that confirms it, and `notes-wanted` where notes are on.
 */
export const deleteNotes = defineCommand({
  name: "gatherings/delete-notes",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    place: placeInput,
    sure: z.enum(["", "yes"]).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly deleted: true }, DeleteNotesRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const { place } = input;
    const { version } = await notesAt(context.db, gathering.id, place);
    if (version === 0) return refused({ kind: "not-found" });
    const block = await blockOf(context.db, gathering.id, place);
    if (place === wholeGathering || block?.notes === true) return refused({ kind: "notes-wanted" });
    if (input.sure !== "yes") return refused({ kind: "deletion-not-sure" });
    await deleteNotesAt(context.db, gathering.id, place);
    context.emit({ name: "notes-deleted", version: 1, payload: { gathering: gathering.id, place } });
    return accepted({ deleted: true });
  },
});
