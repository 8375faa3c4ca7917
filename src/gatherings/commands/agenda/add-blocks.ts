import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostBlocks, type AgendaBlock } from "../../model/agenda/block.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { appendBlocks } from "../../store/agenda/blocks.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { blockWordsInput, hostInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";
import { namedHost } from "./named-host.ts";

/** An agenda has only so many blocks. */
export interface TooManyBlocks {
  readonly kind: "too-many-blocks";
  readonly most: number;
}

/**
 * Puts blocks at the end of the agenda, in the order given: one that was typed, or those of a template or of an imported text.
 *
 * Refuses what standing refuses, `agenda-closed` and `too-many-blocks`.
 */
export const addBlocks = defineCommand({
  name: "gatherings/add-agenda-blocks",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    blocks: z
      .array(z.object({ ...blockWordsInput, host: hostInput }))
      .min(1)
      .max(mostBlocks),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly blockIds: readonly string[] }, StandingRefusal | AgendaClosed | TooManyBlocks>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const standing = await blocksOf(context.db, open.value.id);
    if (standing.length + input.blocks.length > mostBlocks)
      return refused({ kind: "too-many-blocks", most: mostBlocks });
    const added: AgendaBlock[] = [];
    for (const { host, ...words } of input.blocks) {
      added.push({
        id: context.ids.next<"agenda-block">(),
        ...words,
        host: await namedHost(context, open.value, host),
      });
    }
    await appendBlocks(
      context.db,
      open.value.id,
      added,
      standing.map(({ id }) => id),
    );
    await noteChange(context, open.value);
    return accepted({ blockIds: added.map(({ id }) => id) });
  },
});
