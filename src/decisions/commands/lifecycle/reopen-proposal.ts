import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { reopeningRefusal, type ClosingTimeRefusal, type ReopeningRefusal } from "../../model/lifecycle/life.ts";
import { longestOpenDays, shortestOpenMinutes } from "../../model/proposal.ts";
import { lifeOf, type FormerCount } from "../../store/lifecycle/lives.read.ts";
import { openAgain } from "../../store/lifecycle/lives.write.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { reopenAmendment } from "../../store/charter/charter.write.ts";
import { outcomeStands } from "../../store/lifecycle/outcome-stands.read.ts";
import { dropSpoken } from "../../store/voice/spoken.write.ts";
import { careReasonInput, communityInput, idInput, instantInput } from "../inputs.ts";
import { joinThoseApart } from "../joining/joined-people.ts";
import { actingPerson, proposalOf, type StandingRefusal } from "../standing.ts";
import { recordChange } from "./record-change.ts";
import { retime } from "./retime.ts";

type Refusal = StandingRefusal | ReopeningRefusal | ClosingTimeRefusal | { readonly kind: "only-stewards" };

/**
 * Opens a closed proposal again until another time: a steward says why. What was counted until then stays to be seen beside the count to
 * come; answers stay as they are until they are changed.
 *
 * Refuses `only-stewards`, `still-open`, `proposal-withdrawn`, `box-was-opened` of a secret vote, `outcome-stands` once somebody stated
 * or wrote down what was concluded, or it changed the charter, `reopening-too-late`, and closing times sooner than an hour from now or later than a year after it opened.
 */
export const reopenProposal = defineCommand({
  name: "decisions/reopen-proposal",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    closesAt: instantInput,
    reason: careReasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: async (context, input): Promise<Refusal | undefined> => {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    if ((await proposalOf(context, input)) === undefined) return { kind: "not-found" };
    return (await isSteward(context.db, input.communityId, person)) ? undefined : { kind: "only-stewards" };
  },
  async run(context, input): Promise<Result<{ readonly place: number }, Refusal>> {
    const personId = actingPerson(context);
    const proposal = await proposalOf(context, input);
    if (personId === undefined || proposal === undefined) return refused({ kind: "not-found" });
    const outcome = await outcomeOf(context.db, proposal.id);
    const stands = await outcomeStands(context.db, proposal.id, outcome);
    const unfit = reopeningRefusal({ ...proposal, stands }, context.now);
    if (unfit !== undefined) return refused(unfit);
    const until = input.closesAt;
    if (context.now.until(until).total("minutes") < shortestOpenMinutes) {
      return refused({ kind: "closes-too-soon", field: "closesAt" });
    }
    if (proposal.openedAt.until(until).total("hours") > longestOpenDays * 24) {
      return refused({ kind: "closes-too-late", field: "closesAt" });
    }
    const former = outcome === undefined ? undefined : formerCount(outcome);
    await openAgain(context.db, proposal.id, until);
    await dropSpoken(context.db, proposal.id);
    await reopenAmendment(context.db, proposal.id);
    await joinThoseApart(context, proposal);
    await retime(context, input, await lifeOf(context.db, proposal.id), context.now, until);
    const place = await recordChange(context, proposal.id, {
      kind: "reopened",
      personId,
      reason: input.reason,
      until,
      former,
    });
    context.emit({
      name: "proposal-reopened",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, change: place, until: until.toString() },
    });
    return accepted({ place });
  },
});

function formerCount({ tally, conclusion, eligible, answered, seed, countedAt }: Outcome): FormerCount {
  return { tally, conclusion, eligible, answered, seed, countedAt: countedAt.toString() };
}
