import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { fewestPublished, withheld } from "../../model/secret/secret-ballot.ts";
import { insertOutcome } from "../../store/proposals/outcomes.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { endProposal } from "../../store/proposals/proposals.write.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { openBox } from "../secret/open-box.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";
import { countServers } from "../electorate/count-servers.ts";
import { closeProposalJob, remindToAnswerJob } from "./closing-job.ts";
import { countOf } from "./count-of.ts";

/**
 * Closes a proposal and counts it: by the clock at its closing time, or earlier by whoever put it forward or a steward, which is told
 * as such. A proposal that is closed stays so; closing again is no refusal.
 *
 * Refuses `proposal-withdrawn`, and what standing refuses.
 */
export const closeProposal = defineCommand({
  name: "decisions/close-proposal",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly closed: boolean }, StandingRefusal | { readonly kind: "proposal-withdrawn" }>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state === "withdrawn") return refused({ kind: "proposal-withdrawn" });
    if (proposal.state === "closed") return accepted({ closed: false });
    const isEarly = Temporal.Instant.compare(context.now, proposal.closesAt) < 0;
    // Its job may be late; the proposal still ended when it said it would.
    await endProposal(context.db, proposal.id, "closed", isEarly ? context.now : proposal.closesAt);
    await context.unschedule(closeProposalJob, proposal.id);
    await context.unschedule(remindToAnswerJob, proposal.id);
    const verdict = await countAndKeep(context, proposal);
    context.emit({
      name: "proposal-closed",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, verdict, early: isEarly },
    });
    return accepted({ closed: true });
  },
});

async function countAndKeep(context: CommandContext, proposal: Proposal): Promise<string> {
  const isSecret = proposal.secrecy === "secret";
  const ballots = isSecret ? await openBox(context, proposal) : await countedBallots(context.db, proposal.id);
  const counted = countOf(proposal, ballots, context.now);
  const isWithheld = isSecret && counted.answered < fewestPublished;
  await insertOutcome(context.db, proposal.id, isWithheld ? withheld(counted) : counted);
  await countServers(context, proposal);
  return counted.conclusion.verdict;
}
