import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { forgetWriters } from "../../store/feedback/feedback.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

/** The clock's word that it is to be forgotten who said what of a gathering; what was said stays, as nobody's. */
export const forgetFeedbackWriters = defineCommand({
  name: "gatherings/forget-feedback-writers",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly forgotten: true }, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    await forgetWriters(context.db, gathering.id);
    context.emit({ name: "feedback-writers-forgotten", version: 1, payload: { gathering: gathering.id } });
    return accepted({ forgotten: true });
  },
});
