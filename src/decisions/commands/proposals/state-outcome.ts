import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { writeStatement } from "../../store/proposals/outcomes.write.ts";
import { outcomeHolds } from "../electorate/outcome-holds.ts";
import { communityInput, idInput, textInput } from "../inputs.ts";
import { actingPerson, mayTend, proposalOf, type StandingRefusal } from "../standing.ts";

/**
 * States in words what was concluded; the tally stays beneath. Whoever put the proposal forward and stewards may, once it is closed,
 * and may say it better later. Refuses `still-open`, `may-be-challenged` before the outcome holds, and what standing refuses.
 */
export const stateOutcome = defineCommand({
  name: "decisions/state-outcome",
  input: z.object({ communityId: communityInput, proposalId: idInput, statement: textInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(
    context,
    input,
  ): Promise<Result<Record<string, never>, StandingRefusal | { readonly kind: "still-open" | "may-be-challenged" }>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    if (proposal.state !== "closed") return refused({ kind: "still-open" });
    if (!(await outcomeHolds(context, proposal))) return refused({ kind: "may-be-challenged" });
    const said = { statement: input.statement, by: actingPerson(context) as PersonId, at: context.now };
    await writeStatement(context.db, proposal.id, said);
    context.emit({ name: "outcome-stated", version: 1, payload: { thread: proposal.threadId, proposal: proposal.id } });
    return accepted({});
  },
});
