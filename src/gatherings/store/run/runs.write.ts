import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { BlockRun } from "../../model/run/run.ts";
import { runTables } from "./runs.tables.ts";

/** Writes down when a block of a gathering ran, in place of what stood there. */
export async function keepRun(db: Database, gatheringId: string, run: BlockRun): Promise<void> {
  const times = {
    begun_at: microsecondsFromInstant(run.begunAt),
    ended_at: run.endedAt === undefined ? null : microsecondsFromInstant(run.endedAt),
  };
  await runTables(db)
    .insertInto("agenda_runs")
    .values({ session_id: run.sessionId, block_id: run.blockId, gathering_id: gatheringId, ...times })
    .onConflict((conflict) => conflict.columns(["session_id", "block_id"]).doUpdateSet(times))
    .execute();
}

export async function dropRun(db: Database, { sessionId, blockId }: Pick<BlockRun, "sessionId" | "blockId">) {
  await runTables(db)
    .deleteFrom("agenda_runs")
    .where("session_id", "=", sessionId)
    .where("block_id", "=", blockId)
    .execute();
}
