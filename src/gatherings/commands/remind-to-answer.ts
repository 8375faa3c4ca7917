import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { pollOfGathering } from "../store/polls.read.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayOrganise, type StandingRefusal } from "./standing.ts";

/**
 * The clock's word that it is time to remind those on the interest list who have not answered the scheduling poll.
 *
 * Who that is, is read when the messages go out: whoever answers in between gets none.
 */
export const remindToAnswer = defineCommand({
  name: "gatherings/remind-to-answer",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly reminded: boolean }, StandingRefusal | { readonly kind: "no-poll" }>> {
    const poll = await pollOfGathering(context.db, input.gatheringId);
    if (poll === undefined) return refused({ kind: "no-poll" });
    if (poll.closedAt !== undefined) return accepted({ reminded: false });
    context.emit({ name: "answer-reminder-due", version: 1, payload: { gathering: input.gatheringId, poll: poll.id } });
    return accepted({ reminded: true });
  },
});
