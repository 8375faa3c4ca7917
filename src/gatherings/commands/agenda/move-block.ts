import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { movedOrder } from "../../model/agenda/block.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { placeBlocks } from "../../store/agenda/blocks.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { blockIdInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";

/** Moves a block one place up or down; at its end it stays where it is. Refuses what standing refuses, and `agenda-closed`. */
export const moveBlock = defineCommand({
  name: "gatherings/move-agenda-block",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    blockId: blockIdInput,
    direction: z.enum(["up", "down"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly moved: boolean }, StandingRefusal | AgendaClosed>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const before = (await blocksOf(context.db, open.value.id)).map(({ id }) => id);
    const block = before.find((id) => id === input.blockId);
    if (block === undefined) return refused({ kind: "not-found" });
    const after = movedOrder(before, block, input.direction);
    if (after === before) return accepted({ moved: false });
    await placeBlocks(context.db, after);
    await noteChange(context, open.value);
    return accepted({ moved: true });
  },
});
