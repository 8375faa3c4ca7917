import type { Id } from "../../../kernel/base/ids.ts";
import type { PersonId } from "../gathering.ts";
import { foldText } from "../reply-pieces.ts";
import type { BlockId } from "./block.ts";

/** One thing that somebody wants to talk about. */
export type ItemId = Id<"agenda-item">;

/** Where an item stands: `backlog` means put off to a later gathering of the community. */
export type ItemState = "proposed" | "taken" | "backlog" | "declined";

/** What was proposed, and what came of it. */
export interface AgendaItem {
  readonly id: ItemId;
  readonly gatheringId: string;
  readonly communityId: string;
  readonly title: string;
  readonly note: string;
  /** How long the proposer wants; undefined when not said. */
  readonly minutes: number | undefined;
  readonly proposerId: PersonId | undefined;
  readonly proposedAt: Temporal.Instant;
  readonly state: ItemState;
  readonly reason: string;
  readonly blockId: BlockId | undefined;
  readonly isCarried: boolean;
}

/** Whether nobody has decided about an item for good. */
export function isWaiting({ state }: Pick<AgendaItem, "state">): boolean {
  return state === "proposed" || state === "backlog";
}

/**
 * The one of some items that bears a title, however it is spelled; without a title the only one. Undefined where none or several are meant.
 *
 * `itemNamed([{ title: "The wiki" }], "the Wiki")` is that item.
 */
export function itemNamed<Item extends Pick<AgendaItem, "title">>(
  items: readonly Item[],
  title: string,
): Item | undefined {
  const words = foldText(title).join(" ");
  const [only, another] = items.filter((item) => words === "" || foldText(item.title).join(" ") === words);
  return another === undefined ? only : undefined;
}

/** So many items of one person may wait at one gathering, and so many in all. */
export const mostItems = { ofPerson: 10, ofGathering: 100 } as const;

/** How long an item is in the agenda when its proposer did not say. */
export const usualItemMinutes = 10;
