import { hostsBlock, runsAgenda } from "../../commands/run/runs-agenda.ts";
import { takesNotes } from "../../model/notes/notes.ts";
import { runningSession } from "../../model/run/run.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** Whether the reader may mark something now, for a link that leads there. */
export async function runsNow(visit: GatheringVisit): Promise<boolean> {
  const { application, gathering, standing } = visit;
  if (standing.personId === undefined || !takesNotes(gathering.state)) return false;
  if (running(visit, await sessionsOf(application.read, gathering.id)) === undefined) return false;
  const blocks = await blocksOf(application.read, gathering.id);
  if (blocks.length === 0) return false;
  return blocks.some((block) => hostsBlock(block, standing)) || runsAgenda(application.read, gathering.id, standing);
}

/** The session of which something can be marked now. */
export function running({ application, gathering }: GatheringVisit, sessions: readonly HeldSession[]) {
  if (!takesNotes(gathering.state)) return undefined;
  const standing = sessions.filter(({ cancelledAt }) => cancelledAt === undefined);
  return runningSession(standing, application.clock());
}
