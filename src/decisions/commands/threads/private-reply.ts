import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayWrite, type StandingRefusal } from "../standing.ts";

/**
 * Somebody answered our message about a post of a public thread in private: it is published by nobody but its author, who is told so.
 * Refuses `said-in-private`, and what standing refuses.
 */
export const privateReply = defineCommand({
  name: "decisions/private-reply",
  input: z.object({ communityId: communityInput, threadId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayWrite,
  run: async (): Promise<Result<never, StandingRefusal | { readonly kind: "said-in-private" }>> =>
    refused({ kind: "said-in-private" }),
});
