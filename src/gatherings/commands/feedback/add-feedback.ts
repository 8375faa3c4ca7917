import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { feedbackBounds, linesOf } from "../../model/feedback/feedback.ts";
import { feedbackBy } from "../../store/feedback/feedback.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayTakePart } from "../standing.ts";
import { openFeedback, takeFeedback, type FeedbackRefusal } from "./open-feedback.ts";

const linesInput = z.array(z.string().trim().max(feedbackBounds.mostCharacters)).max(30).default([]);

/**
 * Adds to what one said of a gathering, line by line, as replies do; a line that is there already is not added twice.
 *
 * Refuses what standing refuses, `only-participants` and `feedback-closed`.
 */
export const addFeedback = defineCommand({
  name: "gatherings/add-feedback",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    plus: linesInput,
    delta: linesInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly added: true }, FeedbackRefusal>> {
    const open = await openFeedback(context, input);
    if (!open.ok) return open;
    const before = await feedbackBy(context.db, open.value.gathering.id, open.value.person);
    const together = (kind: "plus" | "delta") => [...new Set([...linesOf(before[kind]), ...input[kind]])].join("\n");
    await takeFeedback(context, open.value, { plus: together("plus"), delta: together("delta") });
    return accepted({ added: true });
  },
});
