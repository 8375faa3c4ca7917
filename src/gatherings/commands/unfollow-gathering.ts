import { z } from "zod";
import { stopListening } from "../../communities/index.ts";
import { accepted, type AnyRefusal, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { leaveInterestList } from "./leave-interest-list.ts";

/** Somebody follows the gathering's actor no more, and so leaves the interest list; an RSVP they gave stays as it is. */
export const unfollowGathering = defineCommand({
  name: "gatherings/unfollow-gathering",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, uri: z.string().max(2000) }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<{ readonly left: boolean }, AnyRefusal>> {
    const { communityId, gatheringId, uri } = input;
    const stopped = await context.execute(stopListening, { communityId, actorId: gatheringId, uri });
    if (!stopped.ok) return stopped;
    const left = await context.execute(leaveInterestList, { communityId, gatheringId });
    return left.ok ? accepted({ left: left.value.left }) : left;
  },
});
