import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { policyNames, type PolicyName } from "../../model/reading/adopted-policy.ts";
import { keepAdoptedPolicy } from "../../store/reading/adopted-policies.write.ts";

/** Who does not draw a community's line. */
export interface PolicyRefusal extends AnyRefusal {
  readonly kind: "sign-in-needed" | "only-stewards";
}

/** The line of a community is drawn by its stewards; not by those who run the server. */
async function mustBeSteward(
  context: CommandContext,
  { communityId }: { readonly communityId: string },
): Promise<PolicyRefusal | undefined> {
  if (context.actor.kind !== "person") return { kind: "sign-in-needed" };
  const may = await isSteward(context.db, communityId, context.actor.personId);
  return may ? undefined : { kind: "only-stewards" };
}

/**
 * A steward makes a named filter the community's own: its view of the directory begins with that one. It takes nothing out of the directory.
 *
 * Refuses `sign-in-needed` and `only-stewards`.
 */
export const adoptPolicy = defineCommand({
  name: "directory/adopt-policy",
  input: z.object({ communityId: z.string().min(1).max(64), policy: z.enum(policyNames) }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(context, { communityId, policy }): Promise<Result<{ readonly policy: PolicyName }, PolicyRefusal>> {
    await keepAdoptedPolicy(context.db, communityId, { policy, adoptedAt: context.now });
    context.emit({ name: "directory-policy-adopted", version: 1, payload: { communityId, policy } });
    return accepted({ policy });
  },
});
