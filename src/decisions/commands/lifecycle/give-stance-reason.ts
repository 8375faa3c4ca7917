import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { stanceOf } from "../../store/proposals/stances.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openFor, take, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { mayAnswer } from "../standing.ts";

/**
 * Why somebody answered as they did, said afterwards in answer to our question; what they chose stays.
 *
 * Refuses what giving a stance does, and `unreadable-stance` for whoever has not answered at all.
 */
export const giveStanceReason = defineCommand({
  name: "decisions/give-stance-reason",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    reason: z.string().trim().min(1).max(5_000),
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly reasonTaken: boolean }, GiveStanceRefusal | { readonly kind: "unreadable-stance" }>> {
    const open = await openFor(context, input);
    if (!open.ok) return open;
    const { proposal, person } = open.value;
    const before = await stanceOf(context.db, proposal.id, person);
    if (before === undefined || proposal.reasons === "off") return refused({ kind: "unreadable-stance" });
    await take(context, proposal, person, before, { ...before, reason: input.reason });
    return accepted({ reasonTaken: true });
  },
});
