import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { mostBlocks, type BlockId } from "../../model/agenda/block.ts";
import { isWaiting, usualItemMinutes, type AgendaItem, type ItemState } from "../../model/agenda/item.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { appendBlocks } from "../../store/agenda/blocks.write.ts";
import { itemById } from "../../store/agenda/items.read.ts";
import { updateItem } from "../../store/agenda/items.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import type { TooManyBlocks } from "./add-blocks.ts";
import { minutesInput } from "./block-input.ts";
import { noteChange, openAgenda, type AgendaClosed } from "./editing.ts";

export type SettleItemRefusal =
  | StandingRefusal
  | AgendaClosed
  | TooManyBlocks
  | { readonly kind: "item-settled" }
  | { readonly kind: "decline-needs-reason" };

/** What organisers decide about an item, and the state it has then. */
const decisions: Readonly<Record<"take" | "put-off" | "decline", ItemState>> = {
  take: "taken",
  "put-off": "backlog",
  decline: "declined",
};

/**
 * Decides about an item of this gathering, or of the community's backlog: it becomes the last block of the agenda, with its proposer
 * as host; or it is put off; or it is declined with a reason. The proposer is told.
 *
 * Refuses what standing refuses, `agenda-closed`, `too-many-blocks`, `item-settled`, and `decline-needs-reason`.
 */
export const settleItem = defineCommand({
  name: "gatherings/settle-agenda-item",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    itemId: z.string().min(1).max(64),
    decision: z.enum(["take", "put-off", "decline"]),
    minutes: z.union([z.literal("").transform(() => undefined), minutesInput]).optional(),
    reason: z.string().trim().max(2000).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly state: ItemState }, SettleItemRefusal>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const item = await itemById(context.db, input.itemId);
    if (item === undefined || !isAtHand(item, open.value)) return refused({ kind: "not-found" });
    if (!isWaiting(item)) return refused({ kind: "item-settled" });
    const { decision, reason } = input;
    if (decision === "decline" && reason === "") return refused({ kind: "decline-needs-reason" });
    const blockId = decision === "take" ? await asBlock(context, open.value, item, input.minutes) : undefined;
    if (blockId === "too-many") return refused({ kind: "too-many-blocks", most: mostBlocks });
    const state = decisions[decision];
    const isCarried = item.isCarried || item.gatheringId !== open.value.id;
    await updateItem(context.db, { ...item, gatheringId: open.value.id, state, reason, blockId, isCarried });
    if (blockId !== undefined) await noteChange(context, open.value);
    if (decision === "decline") await scheduleDeletion(context, input);
    context.emit({
      name: "agenda-item-settled",
      version: 1,
      payload: { gathering: open.value.id, item: item.id, person: item.proposerId ?? "", decision },
    });
    return accepted({ state });
  },
});

/** Whether an item waits here: at this gathering, or in its community's backlog. */
function isAtHand(item: AgendaItem, gathering: Gathering): boolean {
  if (item.gatheringId === gathering.id) return true;
  return item.communityId === gathering.communityId && item.state === "backlog";
}

async function asBlock(
  context: CommandContext,
  gathering: Gathering,
  item: AgendaItem,
  minutes: number | undefined,
): Promise<BlockId | "too-many"> {
  const standing = await blocksOf(context.db, gathering.id);
  if (standing.length >= mostBlocks) return "too-many";
  const id = context.ids.next<"agenda-block">();
  const block = {
    id,
    title: item.title,
    purpose: item.note,
    structure: "open-talk",
    minutes: minutes ?? item.minutes ?? usualItemMinutes,
    notes: true,
    recording: false,
    host: { personId: item.proposerId, name: "" },
  } as const;
  await appendBlocks(
    context.db,
    gathering.id,
    [block],
    standing.map((one) => one.id),
  );
  return id;
}
