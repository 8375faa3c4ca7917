import { hostsBlock, runsAgenda } from "../../commands/run/runs-agenda.ts";
import type { BlockRun } from "../../model/run/run.ts";
import { runsOf } from "../../store/run/runs.read.ts";
import type { HeldSession } from "../../store/sessions.read.ts";
import { readTimedAgenda, type TimedAgenda } from "../agenda/agenda-view.ts";
import type { GatheringVisit } from "../visit.ts";
import { running } from "./runs-now.ts";

/** An agenda as it runs, as those see it who mark its times. */
export interface RunView {
  readonly timed: TimedAgenda;
  /** The session that runs; undefined while none does. */
  readonly session: HeldSession | undefined;
  /** Of that session, by block. */
  readonly runs: ReadonlyMap<string, BlockRun>;
  /** Which blocks the reader may mark. */
  readonly marks: ReadonlySet<string>;
}

/** The agenda as it runs; undefined for whoever has nothing to mark. */
export async function readRunView(visit: GatheringVisit): Promise<RunView | undefined> {
  const { application, gathering, standing } = visit;
  const timed = await readTimedAgenda(visit);
  const marksAll = await runsAgenda(application.read, gathering.id, standing);
  const blocks = timed.blocks.map(({ block }) => block).filter((block) => marksAll || hostsBlock(block, standing));
  if (!marksAll && blocks.length === 0) return undefined;
  const session = running(visit, timed.sessions);
  const runs = (await runsOf(application.read, gathering.id)).filter(({ sessionId }) => sessionId === session?.id);
  return {
    timed,
    session,
    runs: new Map(runs.map((run) => [run.blockId, run])),
    marks: new Set(blocks.map(({ id }) => id)),
  };
}
