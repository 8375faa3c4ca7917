import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput } from "../inputs.ts";
import type { StandingRefusal } from "../standing.ts";
import { mustBeSomebody } from "./voice-standing.ts";

/** Somebody answered a message about a voice in words that are neither yes nor no: nothing changes, and they are told. */
export const unreadableWord = defineCommand({
  name: "decisions/unreadable-word",
  input: z.object({ communityId: communityInput }),
  chain: (input) => input.communityId,
  authorise: mustBeSomebody,
  run: async (): Promise<Result<never, StandingRefusal | { readonly kind: "unreadable-stance" }>> =>
    refused({ kind: "unreadable-stance" }),
});
