import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { feedbackBounds } from "../../model/feedback/feedback.ts";
import { feedbackBy } from "../../store/feedback/feedback.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayTakePart } from "../standing.ts";
import { openFeedback, takeFeedback, type FeedbackRefusal } from "./open-feedback.ts";

const wordsInput = z.string().trim().max(feedbackBounds.mostCharacters).default("");

/**
 * Says how a gathering was: what worked and what could be better, in the place of what one said before. It is shown without names.
 *
 * Refuses what standing refuses, `only-participants`, `feedback-closed` before it has begun and once the minutes are published, and
 * `nothing-said` where nothing was said before either.
 */
export const giveFeedback = defineCommand({
  name: "gatherings/give-feedback",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    plus: wordsInput,
    delta: wordsInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly given: true }, FeedbackRefusal | { readonly kind: "nothing-said" }>> {
    const open = await openFeedback(context, input);
    if (!open.ok) return open;
    const before = await feedbackBy(context.db, open.value.gathering.id, open.value.person);
    if ([input.plus, input.delta, before.plus, before.delta].every((text) => text === ""))
      return refused({ kind: "nothing-said" });
    await takeFeedback(context, open.value, input);
    return accepted({ given: true });
  },
});
