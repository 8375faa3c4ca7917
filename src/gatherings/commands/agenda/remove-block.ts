import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { removeBlock as takeOut } from "../../store/agenda/blocks.write.ts";
import { proposeAgain } from "../../store/agenda/items.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { blockIdInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";

/**
 * Takes a block out of the agenda; what it was is kept for the notes on it, and the item it was made of waits again.
 *
 * Refuses what standing refuses, and `agenda-closed`.
 */
export const removeBlock = defineCommand({
  name: "gatherings/remove-agenda-block",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, blockId: blockIdInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly removed: true }, StandingRefusal | AgendaClosed>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const block = await blockOf(context.db, open.value.id, input.blockId);
    if (block === undefined) return refused({ kind: "not-found" });
    await takeOut(context.db, block.id, context.now);
    await proposeAgain(context.db, open.value.id, block.id);
    await noteChange(context, open.value);
    return accepted({ removed: true });
  },
});
