import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { deleteListed } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";

/** Takes a target off the board while it is not asked; one that was asked stays, so that it is not asked twice. */
export const dropTarget = defineCommand({
  name: "gatherings/drop-target",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, targetId: z.string().max(64) }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { gatheringId, targetId }): Promise<Result<{ readonly dropped: true }, StandingRefusal>> {
    await deleteListed(context.db, gatheringId, targetId);
    context.emit({ name: "target-dropped", version: 1, payload: { gathering: gatheringId } });
    return accepted({ dropped: true });
  },
});
