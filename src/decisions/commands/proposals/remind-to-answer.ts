import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostReminders } from "../../model/lifecycle/life.ts";
import { lifeOf } from "../../store/lifecycle/lives.read.ts";
import { writeLife } from "../../store/lifecycle/lives.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayTend, proposalOf, type StandingRefusal } from "../standing.ts";

/** Lets those be reminded whom the rules of an open proposal name, before it closes, by the clock; twice at most. */
export const remindToAnswer = defineCommand({
  name: "decisions/remind-to-answer",
  input: z.object({ communityId: communityInput, proposalId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly reminded: boolean }, StandingRefusal>> {
    const proposal = await proposalOf(context, input);
    if (proposal === undefined) return refused({ kind: "not-found" });
    const life = await lifeOf(context.db, proposal.id);
    const { reminds, reminded } = life;
    if (proposal.state !== "open" || reminds === "nobody" || reminded >= mostReminders) {
      return accepted({ reminded: false });
    }
    await writeLife(context.db, proposal.id, { ...life, reminded: reminded + 1 });
    context.emit({
      name: "proposal-reminder-due",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, reminds, round: reminded + 1 },
    });
    return accepted({ reminded: true });
  },
});
