import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { feedbackOf } from "../../store/feedback/feedback.read.ts";
import { hideFeedbackRow } from "../../store/feedback/feedback.write.ts";
import { communityInput, gatheringInput, reasonInput } from "../inputs.ts";
import { minutesAtHand, publishedChanged } from "../minutes/minutes-guards.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

/**
 * Hides what somebody said of a gathering, with a reason that stands in its place in the minutes. Organisers change nobody's words.
 *
 * Refuses what standing refuses, and `feedback-hidden` when it is hidden already.
 */
export const hideFeedback = defineCommand({
  name: "gatherings/hide-feedback",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    feedbackId: z.string().min(1).max(64),
    reason: reasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly hidden: true }, StandingRefusal | { readonly kind: "feedback-hidden" }>> {
    const gathering = await gatheringOf(context, input);
    const all = gathering === undefined ? [] : await feedbackOf(context.db, gathering.id);
    const said = all.find(({ id }) => id === input.feedbackId);
    if (gathering === undefined || said === undefined) return refused({ kind: "not-found" });
    if (said.hiddenReason !== undefined) return refused({ kind: "feedback-hidden" });
    await hideFeedbackRow(context.db, said.id, input.reason);
    context.emit({ name: "feedback-hidden", version: 1, payload: { gathering: gathering.id, feedback: said.id } });
    const minutes = await minutesAtHand(context, input);
    if (minutes.ok) await publishedChanged(context, minutes.value);
    return accepted({ hidden: true });
  },
});
