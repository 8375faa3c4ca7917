import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { updateBlock } from "../../store/agenda/blocks.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { blockIdInput, blockWordsInput, hostInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";
import { namedHost } from "./named-host.ts";

/** Says anew what a block is; a new length re-times all that follow. Refuses what standing refuses, and `agenda-closed`. */
export const editBlock = defineCommand({
  name: "gatherings/edit-agenda-block",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    blockId: blockIdInput,
    ...blockWordsInput,
    host: hostInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly edited: true }, StandingRefusal | AgendaClosed>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const block = await blockOf(context.db, open.value.id, input.blockId);
    if (block === undefined) return refused({ kind: "not-found" });
    const { title, purpose, structure, minutes, notes, recording } = input;
    const host = await namedHost(context, open.value, input.host);
    await updateBlock(context.db, { id: block.id, title, purpose, structure, minutes, notes, recording, host });
    await noteChange(context, open.value);
    return accepted({ edited: true });
  },
});
