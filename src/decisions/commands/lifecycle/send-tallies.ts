import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { talliesSentAt } from "../../model/lifecycle/tallies.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";

/** The kind of the job that sends the count so far; there is one per proposal, however many answers come. */
export const sendTalliesJob = "decisions/send-tallies";

/** Sees to it that servers which show the poll of this proposal hear of its count before long, where the count is shown to all. */
export async function tallyChanged(context: CommandContext, proposal: Proposal): Promise<void> {
  const isShown = proposal.secrecy === "open" && proposal.showsCount === "at-once";
  if (!isShown || methodOf(proposal).wire.asPoll(questionOf(proposal)) === null) return;
  const payload = { communityId: proposal.communityId, proposalId: proposal.id };
  await context.schedule({ kind: sendTalliesJob, key: proposal.id, due: talliesSentAt(context.now), payload });
}

/** The clock's word that the count so far is to be sent; a proposal that closed meanwhile has sent its last one already. */
export const sendTallies = defineCommand({
  name: "decisions/send-tallies",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly sent: boolean }, StandingRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state !== "open" || context.actor.kind !== "clock") return accepted({ sent: false });
    context.emit({
      name: "proposal-tallies-due",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id },
    });
    return accepted({ sent: true });
  },
});
