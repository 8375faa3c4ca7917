import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AgendaBlock, BlockId } from "../../model/agenda/block.ts";
import { agendaTables } from "./agenda.tables.ts";

/** Puts blocks after those that are there, in their order; `standing` are the ids that stand. */
export async function appendBlocks(
  db: Database,
  gatheringId: string,
  blocks: readonly AgendaBlock[],
  standing: readonly BlockId[],
): Promise<void> {
  await placeBlocks(db, standing);
  const rows = blocks.map((block, place) => ({
    id: block.id,
    gathering_id: gatheringId,
    position: standing.length + place,
    ...wordColumns(block),
    removed_at: null,
  }));
  if (rows.length > 0) await agendaTables(db).insertInto("agenda_blocks").values(rows).execute();
}

/** Writes what is said of a block anew. */
export async function updateBlock(db: Database, block: AgendaBlock): Promise<void> {
  await agendaTables(db).updateTable("agenda_blocks").set(wordColumns(block)).where("id", "=", block.id).execute();
}

/** Gives blocks the places in which they are named. */
export async function placeBlocks(db: Database, order: readonly BlockId[]): Promise<void> {
  for (const [position, id] of order.entries()) {
    await agendaTables(db)
      .updateTable("agenda_blocks")
      .set({ position })
      .where("id", "=", id)
      .where("position", "!=", position)
      .execute();
  }
}

/** Takes a block out of the agenda; its row stays, for what hangs on it. */
export async function removeBlock(db: Database, id: BlockId, now: Temporal.Instant): Promise<void> {
  await agendaTables(db)
    .updateTable("agenda_blocks")
    .set({ removed_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}

function wordColumns(block: AgendaBlock) {
  return {
    title: block.title,
    purpose: block.purpose,
    structure: block.structure,
    minutes: block.minutes,
    host_id: block.host.personId ?? null,
    host_name: block.host.name,
    notes: block.notes ? 1 : 0,
    recording: block.recording ? 1 : 0,
  };
}
