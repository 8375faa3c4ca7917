import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import type { Conclusion, Counted } from "../../methods/method.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { allVoices, sumOf, type FurtherVoices } from "../../model/voice/voices.ts";
import { peopleForQuorum } from "../../model/proposal.ts";
import type { Outcome } from "../../store/proposals/outcomes.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/**
 * The count of a proposal by its rules, of people's own answers and of what was said in their place: the same ballots give the same count,
 * whenever and however often. Guests who are counted are counted on both sides, so that shares stay shares; a quorum is of those on the list.
 */
export function countOf(
  proposal: Proposal,
  own: readonly Counted<Json>[],
  further: FurtherVoices,
  now: Temporal.Instant,
): Omit<Outcome, "statement" | "statedBy" | "statedAt"> {
  const { rules } = methodOf(proposal);
  const question = questionOf(proposal);
  const ballots = allVoices(own, further);
  const listed = sumOf(own) + sumOf(further.proxied);
  const guests = sumOf(further.guests);
  const seed = seedOf(proposal, ballots);
  const tally = rules.count(question, ballots, seed);
  const participation = { eligible: proposal.eligible + guests, answered: listed + guests };
  const conclusion = withoutQuorum(proposal, listed) ?? rules.conclude(tally, question, participation);
  return { tally, conclusion, ...participation, seed, countedAt: now };
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
