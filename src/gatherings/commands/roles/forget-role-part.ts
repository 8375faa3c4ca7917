import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { rolePartById } from "../../store/roles/roles.read.ts";
import { deleteRolePart } from "../../store/roles/roles.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";

/** Offers that came to nothing are forgotten after a while; what somebody held stays. */
export const forgetRolePart = defineCommand({
  name: "gatherings/forget-role-part",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, partId: z.string() }),
  chain: (input) => input.communityId,
  authorise: async ({ actor }) => (actor.kind === "clock" ? undefined : { kind: "not-allowed" as const }),
  async run(context, input): Promise<Result<{ readonly forgotten: boolean }, { readonly kind: "not-allowed" }>> {
    const part = await rolePartById(context.db, input.partId);
    if (part === undefined || part.state === "held") return accepted({ forgotten: false });
    await deleteRolePart(context.db, part.id);
    return accepted({ forgotten: true });
  },
});
