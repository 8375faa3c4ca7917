import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { clearWall as clear } from "../../store/wall/wall.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { runByClock } from "../jobs.ts";
import { gatheringOf, mayOrganise, type AboutGathering, type StandingRefusal } from "../standing.ts";

const clearWallJob = "gatherings/clear-wall";

/** So long after a gathering is over what others wrote about it stays on its wall. */
const wallStandsFor = Temporal.Duration.from({ hours: 24 * 90 });

const over: readonly string[] = ["held", "minuted", "cancelled"];

/** The clock's look at the wall of a gathering: when it has been over for a while, what others wrote there is deleted. */
const clearWall = defineCommand({
  name: "gatherings/clear-wall",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, about): Promise<Result<{ readonly cleared: boolean }, StandingRefusal>> {
    const gathering = await gatheringOf(context, about);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const end = gathering.changedAt.add(wallStandsFor);
    if (!over.includes(gathering.state) || Temporal.Instant.compare(context.now, end) < 0) {
      await scheduleClearing(context, about);
      return accepted({ cleared: false });
    }
    await clear(context.db, gathering.id);
    context.emit({ name: "wall-cleared", version: 1, payload: { gathering: gathering.id } });
    return accepted({ cleared: true });
  },
});

/** Lets the clock look in a while. */
export async function scheduleClearing(context: CommandContext, about: AboutGathering): Promise<void> {
  const { communityId, gatheringId } = about;
  const due = context.now.add(wallStandsFor);
  await context.schedule({ kind: clearWallJob, key: gatheringId, due, payload: { communityId, gatheringId } });
}

/** What the clock does for walls. */
export const wallJobs: readonly JobDefinition[] = [
  { kind: clearWallJob, run: (application, job) => runByClock(application, job, clearWall) },
];
