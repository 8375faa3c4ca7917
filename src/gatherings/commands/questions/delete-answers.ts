import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { forgetReasons } from "../../store/agenda/agenda-people.write.ts";
import { deletePeopleOnBoard } from "../../store/outreach/targets.write.ts";
import { deleteTeamMembers } from "../../store/outreach/teams.write.ts";
import { deleteAnswersOfGathering } from "../../store/questions/questions.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { deletionOf, scheduleDeletion } from "./deletion-job.ts";

/**
 * The clock's: what people confided to a gathering is deleted when the time that was promised to them is over, and not before. Whoever is on
 * its board goes with it. No edge offers it.
 */
export const deleteAnswers = defineCommand({
  name: "gatherings/delete-answers",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly deleted: boolean }, StandingRefusal>> {
    const due = await deletionOf(context, input);
    if (due !== undefined && Temporal.Instant.compare(due, context.now) > 0) {
      await scheduleDeletion(context, input);
      return accepted({ deleted: false });
    }
    await deleteAnswersOfGathering(context.db, input.gatheringId);
    await deleteTeamMembers(context.db, input.gatheringId);
    await deletePeopleOnBoard(context.db, input.gatheringId);
    await forgetReasons(context.db, input.gatheringId);
    context.emit({ name: "answers-deleted", version: 1, payload: { gathering: input.gatheringId } });
    return accepted({ deleted: true });
  },
});
