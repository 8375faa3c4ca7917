import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { challengeTime, mostChallenges, type ChallengeId } from "../../model/electorate/challenges.ts";
import { challengesOf } from "../../store/electorate/challenges.read.ts";
import { insertChallenge } from "../../store/electorate/challenges.write.ts";
import { electorateChosen, whyElector } from "../../store/electorate/electorates.read.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { notOnTheList, type NotOnTheListRefusal } from "../proposals/give-stance.ts";
import { actingPerson, mayAnswer, proposalOf, type StandingRefusal } from "../standing.ts";

/** This is not challenged, not now, or not again. */
export interface ChallengeRefusal extends AnyRefusal {
  readonly kind:
    | "not-challenged-now"
    | "count-not-challenged"
    | "not-an-elector"
    | "challenge-waits"
    | "too-many-challenges";
}

type Refusal = StandingRefusal | NotOnTheListRefusal | ChallengeRefusal;

/**
 * Somebody who may answer challenges the standing of another, or, without `aboutId`, the count, with a reason. Stewards answer it, and until
 * then the outcome does not hold.
 *
 * Refuses `not-challenged-now`, `count-not-challenged` for a secret ballot, `not-an-elector`, `challenge-waits` for the same challenge of
 * the same person, `too-many-challenges`, `not-on-the-list`, and what standing refuses.
 */
export const makeChallenge = defineCommand({
  name: "decisions/make-challenge",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    aboutId: z.string().max(64).default(""),
    reason: careReasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(context, input): Promise<Result<{ readonly challengeId: ChallengeId }, Refusal>> {
    const proposal = await proposalOf(context, input);
    const person = actingPerson(context);
    if (proposal === undefined || person === undefined) return refused({ kind: "not-found" });
    if ((await whyElector(context.db, proposal.id, person)) === undefined) {
      return refused(await notOnTheList(context, proposal.communityId, proposal.id, person));
    }
    const { challengeDays } = await electorateChosen(context.db, proposal.id);
    if (challengeTime(proposal, challengeDays, context.arrivedAt) !== "now")
      return refused({ kind: "not-challenged-now" });
    const about = input.aboutId === "" ? undefined : input.aboutId;
    if (about === undefined && proposal.secrecy === "secret") return refused({ kind: "count-not-challenged" });
    if (about !== undefined && (await whyElector(context.db, proposal.id, about)) === undefined) {
      return refused({ kind: "not-an-elector" });
    }
    const before = await challengesOf(context.db, proposal.id);
    if (before.length >= mostChallenges) return refused({ kind: "too-many-challenges" });
    if (before.some((each) => each.by === person && each.about === about && each.verdict === "")) {
      return refused({ kind: "challenge-waits" });
    }
    const id = context.ids.next<"challenge">();
    await insertChallenge(context.db, {
      id,
      proposalId: proposal.id,
      by: person,
      about,
      reason: input.reason,
      madeAt: context.now,
    });
    const payload = {
      thread: proposal.threadId,
      proposal: proposal.id,
      challenge: id,
      of: about === undefined ? "count" : "standing",
    };
    context.emit({ name: "challenge-made", version: 1, payload });
    return accepted({ challengeId: id });
  },
});
