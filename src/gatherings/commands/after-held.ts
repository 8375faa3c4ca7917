import type { CommandContext } from "../../kernel/commands/command.ts";
import { endOf } from "../model/session.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { noteServed } from "../store/roles/roles.write.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { scheduleFollowUps } from "./commitments/commitment-jobs.ts";

/**
 * What follows from a gathering having been held: its roles count for the rotation, and its commitments are followed up.
 *
 * When it ended is what its last session says, however late the clock's word comes.
 */
export async function afterHeld(context: CommandContext, gathering: Gathering): Promise<void> {
  const sessions = (await sessionsOf(context.db, gathering.id)).filter(({ cancelledAt }) => cancelledAt === undefined);
  const [last] = sessions.map(({ time }) => endOf(time)).toSorted((one, other) => Temporal.Instant.compare(other, one));
  const heldAt = last ?? context.now;
  await noteServed(context.db, gathering.id, heldAt);
  await scheduleFollowUps(context, gathering, heldAt);
}
