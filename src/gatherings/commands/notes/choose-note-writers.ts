import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { everyoneWrites } from "../../store/notes/notes.read.ts";
import { keepNoteWriters } from "../../store/notes/notes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

/** Chooses whether everyone who takes part may write notes, or only those who organise. Refuses what standing refuses. */
export const chooseNoteWriters = defineCommand({
  name: "gatherings/choose-note-writers",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    writers: z.enum(["organisers", "everyone"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly writers: string }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const { writers } = input;
    const everyone = writers === "everyone";
    if ((await everyoneWrites(context.db, gathering.id)) === everyone) return accepted({ writers });
    await keepNoteWriters(context.db, gathering.id, everyone);
    context.emit({ name: "note-writers-chosen", version: 1, payload: { gathering: gathering.id, writers } });
    return accepted({ writers });
  },
});
