import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { mostBlocks, type AgendaBlock } from "../../model/agenda/block.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { appendBlocks } from "../../store/agenda/blocks.write.ts";
import { insertItem } from "../../store/agenda/items.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { blockWordsInput, hostInput, minutesInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";
import { namedHost } from "./named-host.ts";

/** An agenda has only so many blocks. */
export interface TooManyBlocks {
  readonly kind: "too-many-blocks";
  readonly most: number;
}

/**
 * Puts blocks at the end of the agenda, in the order given: one that was typed, or those of a template or of an imported text, whose
 * backlog goes to the community's.
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
    /** What an imported agenda leaves for another time. */
    backlog: z
      .array(z.object({ title: z.string().trim().min(1).max(200), minutes: minutesInput.optional() }))
      .max(50)
      .default([]),
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
    for (const { title, minutes } of input.backlog) await putOnBacklog(context, open.value, title, minutes);
    await noteChange(context, open.value);
    return accepted({ blockIds: added.map(({ id }) => id) });
  },
});

async function putOnBacklog(
  context: CommandContext,
  gathering: Gathering,
  title: string,
  minutes: number | undefined,
): Promise<void> {
  await insertItem(context.db, {
    id: context.ids.next<"agenda-item">(),
    gatheringId: gathering.id,
    communityId: gathering.communityId,
    title,
    note: "",
    minutes,
    proposerId: undefined,
    proposedAt: context.now,
    state: "backlog",
    reason: "",
    blockId: undefined,
    isCarried: false,
  });
}
