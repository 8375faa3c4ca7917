import type { Database } from "../../../kernel/database/database.ts";
import { mostBlocks, type AgendaBlock, type BlockId } from "../../model/agenda/block.ts";
import { isStructure } from "../../model/agenda/structures.ts";
import type { PersonId } from "../../model/gathering.ts";
import { agendaTables, type BlockRow } from "./agenda.tables.ts";

/** The blocks of a gathering's agenda in their order, without removed ones. */
export async function blocksOf(db: Database, gatheringId: string): Promise<readonly AgendaBlock[]> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_blocks")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .limit(mostBlocks)
    .execute();
  return rows.map(blockFromRow);
}

/** One block of this gathering, if it stands in its agenda. */
export async function blockOf(db: Database, gatheringId: string, blockId: string): Promise<AgendaBlock | undefined> {
  const row = await agendaTables(db)
    .selectFrom("agenda_blocks")
    .selectAll()
    .where("id", "=", blockId)
    .where("gathering_id", "=", gatheringId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? undefined : blockFromRow(row);
}

function blockFromRow(row: BlockRow): AgendaBlock {
  return {
    id: row.id as BlockId,
    title: row.title,
    purpose: row.purpose,
    structure: isStructure(row.structure) ? row.structure : "open-talk",
    minutes: row.minutes,
    notes: row.notes === 1,
    recording: row.recording === 1,
    host: { personId: row.host_id === null ? undefined : (row.host_id as PersonId), name: row.host_name },
  };
}
