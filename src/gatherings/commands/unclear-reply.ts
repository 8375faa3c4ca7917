import { z } from "zod";
import { refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayTakePart, type StandingRefusal } from "./standing.ts";

/** What may be unclear in a reply about a commitment or a role. */
const unclearParts = ["unreadable-answer", "which-day", "which-commitment", "until-when", "which-role"] as const;

export type UnclearPart = (typeof unclearParts)[number];

/** Somebody answered in a way that leaves something open: nothing changes, and the refusal asks back. */
export const unclearReply = defineCommand({
  name: "gatherings/unclear-reply",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, part: z.enum(unclearParts) }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(_context, { part }): Promise<Result<never, StandingRefusal | { readonly kind: UnclearPart }>> {
    return refused({ kind: part });
  },
});
