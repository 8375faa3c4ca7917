import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { keepVolunteersRule } from "../../store/roles/roles.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

/** Organisers choose whether they agree to each volunteer, or whether the first who offers has the role. */
export const setVolunteersRule = defineCommand({
  name: "gatherings/set-volunteers-rule",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    volunteers: z.enum(["agreed", "at-once"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<null, StandingRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    await keepVolunteersRule(context.db, gathering.id, input.volunteers);
    const payload = { gathering: gathering.id, volunteers: input.volunteers };
    context.emit({ name: "volunteers-rule-set", version: 1, payload });
    return accepted(null);
  },
});
