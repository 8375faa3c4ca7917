import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { isWaiting, itemNamed, type AgendaItem } from "../../model/agenda/item.ts";
import type { PersonId } from "../../model/gathering.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { itemById, itemsOf } from "../../store/agenda/items.read.ts";
import { deleteItem } from "../../store/agenda/items.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";

export type WithdrawItemRefusal =
  | StandingRefusal
  | { readonly kind: "item-not-yours" }
  | { readonly kind: "item-settled" }
  | { readonly kind: "which-item" };

/**
 * Takes back what one proposed, as long as nobody has decided about it: it is gone. What was put off may be taken back, too.
 *
 * An item is meant by its id; or, as in a reply, by its title, or without one where the person has but one that waits. Refuses what standing
 * refuses, `item-not-yours`, `item-settled`, and `which-item` where none or several are meant.
 */
export const withdrawItem = defineCommand({
  name: "gatherings/withdraw-agenda-item",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    itemId: z.string().max(64).default(""),
    title: z.string().trim().max(200).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly itemId: string }, WithdrawItemRefusal>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (person === undefined || gathering === undefined) return refused({ kind: "not-found" });
    const meant =
      input.itemId === ""
        ? await itemMeant(context, gathering, person, input.title)
        : await itemById(context.db, input.itemId);
    if (meant === "unclear") return refused({ kind: "which-item" });
    if (meant === undefined || meant.communityId !== gathering.communityId) return refused({ kind: "not-found" });
    if (meant.proposerId !== person) return refused({ kind: "item-not-yours" });
    if (!isWaiting(meant)) return refused({ kind: "item-settled" });
    await deleteItem(context.db, meant.id);
    context.emit({
      name: "agenda-item-withdrawn",
      version: 1,
      payload: { gathering: gathering.id, item: meant.id, person, via: context.origin.from },
    });
    return accepted({ itemId: meant.id });
  },
});

async function itemMeant(
  { db }: CommandContext,
  gathering: Gathering,
  person: PersonId,
  title: string,
): Promise<AgendaItem | "unclear"> {
  const own = (await itemsOf(db, gathering.id, "proposed")).filter(({ proposerId }) => proposerId === person);
  return itemNamed(own, title) ?? "unclear";
}
