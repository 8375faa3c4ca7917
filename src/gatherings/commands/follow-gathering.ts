import { z } from "zod";
import { startListening } from "../../communities/index.ts";
import { accepted, type AnyRefusal, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { joinInterestList } from "./join-interest-list.ts";
import { actingPerson, mayTakePart } from "./standing.ts";

/**
 * Somebody follows the gathering's actor: its posts reach their server from now on, and they are on the interest list.
 *
 * Following again is answered again, since their server may have missed the first answer. Refuses as joining the list does.
 */
export const followGathering = defineCommand({
  name: "gatherings/follow-gathering",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    uri: z.string().max(2000),
    inbox: z.string().max(2000),
    sharedInbox: z.string().max(2000).optional(),
    host: z.string().max(300),
    handle: z.string().max(500),
    followId: z.string().max(2000),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly joined: boolean }, AnyRefusal>> {
    const { gatheringId, ...follower } = input;
    const listening = await context.execute(startListening, {
      ...follower,
      actorId: gatheringId,
      personId: actingPerson(context),
    });
    if (!listening.ok) return listening;
    const joined = await context.execute(joinInterestList, input);
    return joined.ok ? accepted({ joined: joined.value.joined }) : joined;
  },
});
