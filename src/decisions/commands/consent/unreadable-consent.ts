import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { StandingRefusal } from "../standing.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { mayTakePart } from "./consent-standing.ts";

/** Somebody answered in words that cannot be read: nothing changes, and they are told how to answer. */
export const unreadableConsent = defineCommand({
  name: "decisions/unreadable-consent",
  input: z.object(aboutConsent),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(): Promise<Result<never, StandingRefusal | { readonly kind: "unreadable-stance" }>> {
    return refused({ kind: "unreadable-stance" });
  },
});
