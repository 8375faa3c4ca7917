import { z } from "zod";
import { describePerson } from "../../../accounts/index.ts";
import { isSteward, stewardsOf } from "../../../communities/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { challengesOf, type Challenge } from "../../store/electorate/challenges.read.ts";
import { insertSetAside, writeAnswer, writeRecount } from "../../store/electorate/challenges.write.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { strikeElector } from "../../store/electorate/electorates.write.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { countedBallots, stanceOf } from "../../store/proposals/stances.read.ts";
import { removeStance } from "../../store/proposals/stances.write.ts";
import { hasVoted } from "../../store/secret/secret.read.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { strikeSpoken } from "../../store/voice/spoken.write.ts";
import { countOf } from "../proposals/count-of.ts";
import { tallyChanged } from "../lifecycle/send-tallies.ts";
import { actingPerson, proposalOf, type StandingRefusal } from "../standing.ts";
import { voicesAway } from "../voice/further-voices.ts";
import { countServers } from "./count-servers.ts";

/** This challenge is not answered by whoever asks, or not so. */
export interface ChallengeAnswerRefusal extends AnyRefusal {
  readonly kind: "only-stewards" | "own-challenge" | "challenge-answered" | "has-voted-in-secret" | "secret-is-counted";
}

type Refusal = StandingRefusal | ChallengeAnswerRefusal;

const input = z.object({
  communityId: communityInput,
  proposalId: idInput,
  challengeId: idInput,
  verdict: z.enum(["upheld", "dismissed"]),
  answer: careReasonInput,
});

/**
 * A steward answers a challenge with a reason. Where it is upheld against somebody's standing, they are taken off the list, what they
 * answered is set aside, and a counted proposal is counted again; where it is upheld against the count, it is counted again. Both verdicts are
 * kept. Whoever challenges or is challenged does not answer, unless there is no other steward.
 *
 * Refuses `not-found`, `only-stewards`, `own-challenge`, `challenge-answered`, and, for a secret ballot, `has-voted-in-secret` when the
 * person's ballot cannot be found any more and `secret-is-counted`.
 */
export const answerChallenge = defineCommand({
  name: "decisions/answer-challenge",
  input,
  chain: (asked) => asked.communityId,
  async authorise(context, asked): Promise<Refusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    return (await isSteward(context.db, asked.communityId, person)) ? undefined : { kind: "only-stewards" };
  },
  async run(context, asked): Promise<Result<{ readonly verdict: string }, Refusal>> {
    const proposal = await proposalOf(context, asked);
    const found = proposal && (await challengesOf(context.db, proposal.id)).find(({ id }) => id === asked.challengeId);
    if (proposal === undefined || found === undefined) return refused({ kind: "not-found" });
    const unfit = await unfitToAnswer(context, proposal, found, asked.verdict);
    if (unfit !== undefined) return refused(unfit);
    const recount = asked.verdict === "upheld" ? await uphold(context, proposal, found) : unchanged;
    const by = actingPerson(context) ?? "";
    await writeAnswer(context.db, found.id, { ...asked, ...recount, by, at: context.now });
    const about = { thread: proposal.threadId, proposal: proposal.id };
    context.emit({
      name: "challenge-answered",
      version: 1,
      payload: { ...about, challenge: found.id, verdict: asked.verdict },
    });
    if (recount.after !== "") {
      context.emit({ name: "proposal-recounted", version: 1, payload: { ...about, verdict: recount.after } });
    }
    return accepted({ verdict: asked.verdict });
  },
});

const unchanged = { before: "", after: "" };

async function unfitToAnswer(
  context: CommandContext,
  proposal: Proposal,
  challenge: Challenge,
  verdict: "upheld" | "dismissed",
): Promise<ChallengeAnswerRefusal | undefined> {
  if (challenge.verdict !== "") return { kind: "challenge-answered" };
  const person = actingPerson(context);
  const concerned: readonly (string | undefined)[] = [challenge.by, challenge.about];
  const others = (await stewardsOf(context.db, proposal.communityId)).filter((steward) => !concerned.includes(steward));
  if (concerned.includes(person) && others.length > 0) return { kind: "own-challenge" };
  if (proposal.secrecy !== "secret" || verdict === "dismissed" || challenge.about === undefined) return undefined;
  if (proposal.state !== "open") return { kind: "secret-is-counted" };
  return (await hasVoted(context.db, proposal.id, challenge.about)) ? { kind: "has-voted-in-secret" } : undefined;
}

/** What upholding a challenge does; gives the verdict of the outcome before and after, where it was counted again. */
async function uphold(context: CommandContext, proposal: Proposal, { id, about }: Challenge) {
  if (about !== undefined) await setAside(context, proposal, about, id);
  const before = (await outcomeOf(context.db, proposal.id))?.conclusion.verdict;
  const now = await proposalById(context.db, proposal.id);
  if (now !== undefined && before === undefined) await tallyChanged(context, now);
  if (before === undefined || now === undefined || proposal.secrecy === "secret") return unchanged;
  const { further } = await voicesAway(context.db, now, context.now);
  const counted = countOf(now, await countedBallots(context.db, proposal.id), further, context.now);
  await writeRecount(context.db, proposal.id, counted);
  await countServers(context, now);
  return { before, after: counted.conclusion.verdict };
}

async function setAside(
  context: CommandContext,
  proposal: Proposal,
  personId: string,
  challengeId: string,
): Promise<void> {
  const stance = await stanceOf(context.db, proposal.id, personId);
  if (stance !== undefined) {
    await insertSetAside(context.db, { proposalId: proposal.id, personId, challengeId, ballot: stance.ballot });
    await removeStance(context.db, proposal.id, personId);
  }
  await strikeSpoken(context.db, proposal.id, personId);
  const host = (await describePerson(context.db, personId))?.host ?? "";
  // An organisation keeps its voice when one of those who speak for it does so no more.
  const { kind } = await electorateChosen(context.db, proposal.id);
  const eligible = kind === "organisations" ? proposal.eligible : proposal.eligible - 1;
  await strikeElector(context.db, proposal.id, { personId, host, eligible });
}
