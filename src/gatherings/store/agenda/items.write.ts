import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { BlockId } from "../../model/agenda/block.ts";
import type { AgendaItem } from "../../model/agenda/item.ts";
import { agendaTables } from "./agenda.tables.ts";

export async function insertItem(db: Database, item: AgendaItem): Promise<void> {
  await agendaTables(db)
    .insertInto("agenda_items")
    .values({
      id: item.id,
      community_id: item.communityId,
      title: item.title,
      note: item.note,
      minutes: item.minutes ?? null,
      proposer_id: item.proposerId ?? null,
      proposed_at: microsecondsFromInstant(item.proposedAt),
      ...standingColumns(item),
    })
    .execute();
}

/** Keeps where an item stands, and with which gathering. */
export async function updateItem(db: Database, item: AgendaItem): Promise<void> {
  await agendaTables(db).updateTable("agenda_items").set(standingColumns(item)).where("id", "=", item.id).execute();
}

export async function deleteItem(db: Database, id: string): Promise<void> {
  await agendaTables(db).deleteFrom("agenda_items").where("id", "=", id).execute();
}

/** Lets the item wait again of which this block was made. */
export async function proposeAgain(db: Database, gatheringId: string, blockId: BlockId): Promise<void> {
  await agendaTables(db)
    .updateTable("agenda_items")
    .set({ state: "proposed", block_id: null })
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", "taken")
    .where("block_id", "=", blockId)
    .execute();
}

/** Puts what still waits at a gathering on its community's backlog. */
export async function putOffWaiting(db: Database, gatheringId: string): Promise<void> {
  await agendaTables(db)
    .updateTable("agenda_items")
    .set({ state: "backlog" })
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", "proposed")
    .execute();
}

function standingColumns(item: AgendaItem) {
  return {
    gathering_id: item.gatheringId,
    state: item.state,
    reason: item.reason,
    block_id: item.blockId ?? null,
    carried: item.isCarried ? 1 : 0,
  };
}
