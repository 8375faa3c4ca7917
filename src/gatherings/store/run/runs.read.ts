import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostBlocks } from "../../model/agenda/block.ts";
import type { BlockRun } from "../../model/run/run.ts";
import { runTables } from "./runs.tables.ts";

/** More than the blocks of all sessions of a gathering, removed ones too. */
const mostRuns = 10 * mostBlocks;

/** Which blocks of a gathering ran when, in the order in which they began. */
export async function runsOf(db: Database, gatheringId: string): Promise<readonly BlockRun[]> {
  const rows = await runTables(db)
    .selectFrom("agenda_runs")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("begun_at")
    .orderBy("block_id")
    .limit(mostRuns)
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    blockId: row.block_id,
    begunAt: instantFromMicroseconds(row.begun_at),
    endedAt: instantOrNone(row.ended_at),
  }));
}
