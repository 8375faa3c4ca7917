import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";

/** The clock's word that those who have answered are to hear of the options added since; nothing where the proposal is over. */
export const tellAddedOptions = defineCommand({
  name: "decisions/tell-added-options",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly told: boolean }, StandingRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state !== "open" || context.actor.kind !== "clock") return accepted({ told: false });
    context.emit({
      name: "added-options-due",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id },
    });
    return accepted({ told: true });
  },
});
