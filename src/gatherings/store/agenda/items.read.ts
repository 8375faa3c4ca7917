import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { BlockId } from "../../model/agenda/block.ts";
import { mostItems, type AgendaItem, type ItemId, type ItemState } from "../../model/agenda/item.ts";
import type { PersonId } from "../../model/gathering.ts";
import { agendaTables, type ItemRow } from "./agenda.tables.ts";

/** The most items of a backlog that are shown, the oldest. */
const mostCarried = 30;

/** The items of one gathering in one state, the first proposed first. */
export async function itemsOf(db: Database, gatheringId: string, state: ItemState): Promise<readonly AgendaItem[]> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_items")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", state)
    .orderBy("proposed_at")
    .orderBy("id")
    .limit(mostItems.ofGathering)
    .execute();
  return rows.map(itemFromRow);
}

/** The backlog of a community, the oldest first: what was put off, and what nobody had decided about when its gathering was over. */
export async function backlogOf(db: Database, communityId: string): Promise<readonly AgendaItem[]> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_items")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("state", "=", "backlog")
    .orderBy("proposed_at")
    .orderBy("id")
    .limit(mostCarried)
    .execute();
  return rows.map(itemFromRow);
}

export async function itemById(db: Database, id: string): Promise<AgendaItem | undefined> {
  const row = await agendaTables(db).selectFrom("agenda_items").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : itemFromRow(row);
}

/** How many of a gathering's items wait, in all and of one person. */
export async function waitingItems(
  db: Database,
  gatheringId: string,
  personId: string,
): Promise<{ readonly inAll: number; readonly ofPerson: number }> {
  const waiting = await itemsOf(db, gatheringId, "proposed");
  return { inAll: waiting.length, ofPerson: waiting.filter(({ proposerId }) => proposerId === personId).length };
}

function itemFromRow(row: ItemRow): AgendaItem {
  return {
    id: row.id as ItemId,
    gatheringId: row.gathering_id,
    communityId: row.community_id,
    title: row.title,
    note: row.note,
    minutes: row.minutes ?? undefined,
    proposerId: row.proposer_id === null ? undefined : (row.proposer_id as PersonId),
    proposedAt: instantFromMicroseconds(row.proposed_at),
    state: row.state as ItemState,
    reason: row.reason,
    blockId: row.block_id === null ? undefined : (row.block_id as BlockId),
    isCarried: row.carried === 1,
  };
}
