import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostItems } from "../../model/agenda/item.ts";
import { waitingItems } from "../../store/agenda/items.read.ts";
import { insertItem } from "../../store/agenda/items.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, mayTakePart, type StandingRefusal } from "../standing.ts";
import { minutesInput } from "./block-input.ts";
import { openAgenda, type AgendaClosed } from "./editing.ts";

/** Nobody proposes without end. */
export interface TooManyItems {
  readonly kind: "too-many-items";
  readonly most: number;
}

/**
 * Proposes something to talk about, with the minutes wanted; those who organise decide about it.
 *
 * Refuses what standing refuses, `agenda-closed`, and `too-many-items` while ten of the person's wait already.
 */
export const proposeItem = defineCommand({
  name: "gatherings/propose-agenda-item",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    title: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(""),
    minutes: z.union([z.literal("").transform(() => undefined), minutesInput]).optional(),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly itemId: string }, StandingRefusal | AgendaClosed | TooManyItems>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const waiting = await waitingItems(context.db, open.value.id, person);
    if (waiting.ofPerson >= mostItems.ofPerson) return refused({ kind: "too-many-items", most: mostItems.ofPerson });
    if (waiting.inAll >= mostItems.ofGathering) return refused({ kind: "too-many-items", most: mostItems.ofGathering });
    const itemId = context.ids.next<"agenda-item">();
    await insertItem(context.db, {
      id: itemId,
      gatheringId: open.value.id,
      communityId: open.value.communityId,
      title: input.title,
      note: input.note,
      minutes: input.minutes,
      proposerId: person,
      proposedAt: context.now,
      state: "proposed",
      reason: "",
      blockId: undefined,
      isCarried: false,
    });
    context.emit({
      name: "agenda-item-proposed",
      version: 1,
      payload: { gathering: open.value.id, item: itemId, person, via: context.origin.from },
    });
    return accepted({ itemId });
  },
});
