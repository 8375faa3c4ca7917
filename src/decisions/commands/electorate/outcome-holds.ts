import type { CommandContext } from "../../../kernel/commands/command.ts";
import { holds } from "../../model/electorate/challenges.ts";
import { challengesOf, waitingAmong } from "../../store/electorate/challenges.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/** Whether the outcome of a closed proposal holds now: it can be challenged no more, and no challenge waits. */
export async function outcomeHolds({ db, now }: CommandContext, proposal: Proposal): Promise<boolean> {
  const { challengeDays } = await electorateChosen(db, proposal.id);
  if (challengeDays === 0) return true;
  return holds(proposal, challengeDays, waitingAmong(await challengesOf(db, proposal.id)), now);
}
