import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { Conclusion, Counted } from "../../methods/method.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { peopleForQuorum } from "../../model/proposal.ts";
import { fewestPublished, withheld } from "../../model/secret/secret-ballot.ts";
import { allVoices, sumOf } from "../../model/voice/voices.ts";
import { insertOutcome } from "../../store/proposals/outcomes.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { endProposal } from "../../store/proposals/proposals.write.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { openBox } from "../secret/open-box.ts";
import { refusedClosing, type ClosingRefusal } from "../charter/bound-by.ts";
import { takeEffect } from "../charter/take-effect.ts";
import { keepVoices } from "../voice/further-voices.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";
import { closeProposalJob, remindToAnswerJob } from "./closing-job.ts";

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
  const { rules } = methodOf(proposal);
  const question = questionOf(proposal);
  const isSecret = proposal.secrecy === "secret";
  const own = isSecret ? await openBox(context, proposal) : await countedBallots(context.db, proposal.id);
  const further = await keepVoices(context, proposal, closing);
  const ballots = allVoices(own, further);
  // Guests who are counted are counted on both sides, so that shares stay shares; a quorum is of those on the list.
  const listed = sumOf(own) + sumOf(further.proxied);
  const guests = sumOf(further.guests);
  const seed = seedOf(proposal, ballots);
  const tally = rules.count(question, ballots, seed);
  const participation = { eligible: proposal.eligible + guests, answered: listed + guests };
  const conclusion = withoutQuorum(proposal, listed) ?? rules.conclude(tally, question, participation);
  const counted = { tally, conclusion, ...participation, seed, countedAt: context.now };
  const isWithheld = isSecret && listed < fewestPublished;
  await insertOutcome(context.db, proposal.id, isWithheld ? withheld(counted) : counted);
  return conclusion.verdict;
}

function withoutQuorum(proposal: Proposal, answered: number): Conclusion | undefined {
  const needed = peopleForQuorum(proposal.quorumPercent, proposal.eligible);
  if (answered >= needed) return undefined;
  const values = { needed, answered, eligible: proposal.eligible, missing: needed - answered };
  return { verdict: "no-quorum", chosen: [], why: [{ key: "decisions.why.no-quorum", values }] };
}

/**
 * By what the lot falls where a rule needs one: a digest of the proposal's id and of every ballot. Nobody can know it before the last
 * ballot is in, nobody can choose it afterwards, and everybody who has the ballots can compute it again.
 */
function seedOf(proposal: Proposal, ballots: readonly Counted<Json>[]): string {
  const counted = ballots.map(({ ballot, count }) => ({ ballot, count }));
  return createHash("sha256")
    .update(canonicalJson({ proposal: proposal.id, ballots: counted }))
    .digest("hex");
}
