import { z } from "zod";
import { refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayTakePart, type StandingRefusal } from "./standing.ts";

/** Somebody wrote to a gathering what it cannot read: nothing changes, and the refusal says so to them. */
export const unreadableReply = defineCommand({
  name: "gatherings/unreadable-reply",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(): Promise<Result<never, StandingRefusal | { readonly kind: "unreadable-reply" }>> {
    return refused({ kind: "unreadable-reply" });
  },
});
