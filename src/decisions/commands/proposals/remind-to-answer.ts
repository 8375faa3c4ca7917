import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";

/** Lets those be reminded who have not answered an open proposal; by the clock, a day before it closes. */
export const remindToAnswer = defineCommand({
  name: "decisions/remind-to-answer",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly reminded: boolean }, StandingRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state !== "open") return accepted({ reminded: false });
    context.emit({
      name: "proposal-reminder-due",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id },
    });
    return accepted({ reminded: true });
  },
});
