import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { pollOfGathering } from "../store/polls.read.ts";
import { closePoll } from "../store/polls.write.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayOrganise, type StandingRefusal } from "./standing.ts";

/**
 * Closes the scheduling poll: by the clock at its closing time, or earlier by an organiser, which is told as such.
 *
 * A poll that is closed stays so; closing again is no refusal. Refuses `no-poll`, and what standing refuses.
 */
export const closeSchedulingPoll = defineCommand({
  name: "gatherings/close-scheduling-poll",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly closed: boolean }, StandingRefusal | { readonly kind: "no-poll" }>> {
    const poll = await pollOfGathering(context.db, input.gatheringId);
    if (poll === undefined) return refused({ kind: "no-poll" });
    if (poll.closedAt !== undefined) return accepted({ closed: false });
    const isEarly = Temporal.Instant.compare(context.now, poll.closesAt) < 0;
    // Its job may be late; the poll still ended when it said it would.
    await closePoll(context.db, poll.id, isEarly ? context.now : poll.closesAt);
    await context.unschedule("gatherings/close-scheduling-poll", input.gatheringId);
    await context.unschedule("gatherings/remind-to-answer", input.gatheringId);
    context.emit({
      name: "scheduling-poll-closed",
      version: 1,
      payload: { gathering: input.gatheringId, poll: poll.id, early: isEarly },
    });
    return accepted({ closed: true });
  },
});
