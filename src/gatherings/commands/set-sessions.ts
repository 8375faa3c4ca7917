import type { CommandContext } from "../../kernel/commands/command.ts";
import type { GatheringId, SessionId } from "../model/gathering.ts";
import { startOf, type Session } from "../model/session.ts";
import { updateState } from "../store/gatherings.write.ts";
import { insertSession } from "../store/sessions.write.ts";
import { scheduleSession } from "./session-jobs.ts";
import type { AboutGathering } from "./standing.ts";

/**
 * Writes down when a gathering is held, and what is due around it; everyone interested hears of it once.
 *
 * For a command that has made sure that the gathering may have a date and that the sessions are to come. An empty reason needs no words:
 * the date is one of a series.
 */
export async function setSessions(
  context: CommandContext,
  about: AboutGathering,
  sessions: readonly Session[],
  reason: string,
): Promise<readonly SessionId[]> {
  const gatheringId = about.gatheringId as GatheringId;
  for (const session of sessions) {
    const held = { ...session, gatheringId, startsAt: startOf(session.time), sequence: 0 };
    await insertSession(context.db, { ...held, setAt: context.now, cancelledAt: undefined });
    await scheduleSession(context, about, session);
  }
  await updateState(context.db, gatheringId, "date-set", reason, context.now);
  const sessionIds = sessions.map((session) => session.id);
  context.emit({ name: "date-set", version: 1, payload: { gathering: gatheringId, sessions: sessionIds } });
  return sessionIds;
}
