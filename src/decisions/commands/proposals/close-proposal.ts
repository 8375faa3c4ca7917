import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { fewestPublished, withheld } from "../../model/secret/secret-ballot.ts";
import { sumOf } from "../../model/voice/voices.ts";
import { insertOutcome } from "../../store/proposals/outcomes.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { forgetAddressesOf } from "../../store/answers/guest-letters.write.ts";
import { endProposal } from "../../store/proposals/proposals.write.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { openBox } from "../secret/open-box.ts";
import { refusedClosing, type ClosingRefusal } from "../charter/bound-by.ts";
import { takeEffect } from "../charter/take-effect.ts";
import { keepVoices } from "../voice/further-voices.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";
import { countServers } from "../electorate/count-servers.ts";
import { closeProposalJob, remindToAnswerJob } from "./closing-job.ts";
import { countOf } from "./count-of.ts";

/**
 * Closes a proposal and counts it: by the clock at its closing time, or earlier by whoever put it forward or a steward, which is told
 * as such. A proposal that is closed stays so; closing again is no refusal.
 *
 * Refuses `proposal-withdrawn`, `bound-to-stay-open` before the rules that it was put under allow it, and what standing refuses.
 */
export const closeProposal = defineCommand({
  name: "decisions/close-proposal",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(
    context,
    input,
  ): Promise<
    Result<{ readonly closed: boolean }, StandingRefusal | ClosingRefusal | { readonly kind: "proposal-withdrawn" }>
  > {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state === "withdrawn") return refused({ kind: "proposal-withdrawn" });
    if (proposal.state === "closed") return accepted({ closed: false });
    const isEarly = Temporal.Instant.compare(context.now, proposal.closesAt) < 0;
    const bound = await refusedClosing(context, proposal);
    if (bound !== undefined) return refused(bound);
    // Its job may be late; the proposal still ended when it said it would.
    const closing = isEarly ? context.now : proposal.closesAt;
    await endProposal(context.db, proposal.id, "closed", closing);
    await context.unschedule(closeProposalJob, proposal.id);
    await context.unschedule(remindToAnswerJob, proposal.id);
    await forgetAddressesOf(context.db, proposal.id);
    const verdict = await countAndKeep(context, proposal, closing);
    context.emit({
      name: "proposal-closed",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, verdict, early: isEarly },
    });
    await takeEffect(context, proposal, { verdict, endedAt: closing });
    return accepted({ closed: true });
  },
});

async function countAndKeep(context: CommandContext, proposal: Proposal, closing: Temporal.Instant): Promise<string> {
  const isSecret = proposal.secrecy === "secret";
  const own = isSecret ? await openBox(context, proposal) : await countedBallots(context.db, proposal.id);
  const further = await keepVoices(context, proposal, closing);
  const counted = countOf(proposal, own, further, context.now);
  const isWithheld = isSecret && sumOf(own) < fewestPublished;
  await insertOutcome(context.db, proposal.id, isWithheld ? withheld(counted) : counted);
  await countServers(context, proposal);
  return counted.conclusion.verdict;
}
