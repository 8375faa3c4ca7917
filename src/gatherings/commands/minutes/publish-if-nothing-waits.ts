import type { CommandContext } from "../../../kernel/commands/command.ts";
import { minutesStanding } from "../../model/minutes/minutes.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import type { OpenMinutes } from "./minutes-guards.ts";
import { publishMinutes } from "./publish-minutes.ts";

/** Publishes minutes whose time has come, now that the last thing is out of the way that kept the clock from it. */
export async function publishIfNothingWaits(
  context: CommandContext,
  { gathering, minutes }: OpenMinutes,
): Promise<void> {
  const isDue = minutesStanding(minutes, gathering.state, context.now) === "due";
  if (!isDue || minutes.isHeldBack || (await correctionsIn(context.db, gathering.id, "waits")).length > 0) return;
  await context.execute(publishMinutes, { communityId: gathering.communityId, gatheringId: gathering.id });
}
