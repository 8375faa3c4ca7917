import type { CommandContext } from "../../kernel/commands/command.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { noteServed } from "../store/roles/roles.write.ts";
import { scheduleFollowUps } from "./commitments/commitment-jobs.ts";

/** What follows from a gathering having been held now: its roles count for the rotation, and its commitments are followed up. */
export async function afterHeld(context: CommandContext, gathering: Gathering): Promise<void> {
  await noteServed(context.db, gathering.id, context.now);
  await scheduleFollowUps(context, gathering, context.now);
}
