import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { appendBlocks } from "../../store/agenda/blocks.write.ts";
import { itemsOf } from "../../store/agenda/items.read.ts";
import { noteChange } from "./editing.ts";

/**
 * Begins the agenda of the next gathering with the frame of the one before: its blocks in their order, with their lengths and structures, as
 * a draft to which nobody has consented. What somebody proposed belonged to that day and stays behind, or else the agenda of a series
 * would grow with each date; and nobody hosts a block yet, since nobody has said so.
 */
export async function carryAgenda(context: CommandContext, from: Gathering, to: Gathering): Promise<void> {
  const ofThatDay = new Set((await itemsOf(context.db, from.id, "taken")).map(({ blockId }) => blockId));
  const frame = (await blocksOf(context.db, from.id)).filter(({ id }) => !ofThatDay.has(id));
  if (frame.length === 0) return;
  const blocks = frame.map((block) => ({
    ...block,
    id: context.ids.next<"agenda-block">(),
    host: { personId: undefined, name: "" },
  }));
  await appendBlocks(context.db, to.id, blocks, []);
  await noteChange(context, to);
}
