import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { forgetAddressesOf } from "../../store/answers/guest-letters.write.ts";
import { endProposal } from "../../store/proposals/proposals.write.ts";
import { forgetBox } from "../secret/open-box.ts";
import { endAmendment } from "../../store/charter/charter.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";
import { votingClosed, type VotingClosedRefusal } from "./voting-closed.ts";
import { closeProposalJob, remindToAnswerJob } from "./closing-job.ts";

/** Takes an open proposal back; the answers given so far stay with it, uncounted, those in secret are destroyed. Refuses `voting-closed` once it is counted, and what standing refuses. */
export const withdrawProposal = defineCommand({
  name: "decisions/withdraw-proposal",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<Record<string, never>, StandingRefusal | VotingClosedRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state === "withdrawn") return accepted({});
    if (proposal.closedAt !== undefined) return refused(votingClosed(proposal.closedAt));
    await endProposal(context.db, proposal.id, "withdrawn", context.now);
    if (proposal.secrecy === "secret") await forgetBox(context, proposal);
    await endAmendment(context.db, proposal.id, "withdrawn");
    await context.unschedule(closeProposalJob, proposal.id);
    await context.unschedule(remindToAnswerJob, proposal.id);
    await forgetAddressesOf(context.db, proposal.id);
    context.emit({
      name: "proposal-withdrawn",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id },
    });
    return accepted({});
  },
});
