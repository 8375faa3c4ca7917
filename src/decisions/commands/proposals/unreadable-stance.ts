import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { MethodRefusal } from "../../methods/method.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayAnswer, type StandingRefusal } from "../standing.ts";

/** Somebody answered a proposal in words that cannot be read: nothing changes, and the refusal says what was not understood. */
export const unreadableStance = defineCommand({
  name: "decisions/unreadable-stance",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    refusal: z
      .object({
        kind: z.string(),
        option: z.string().optional(),
        least: z.number().optional(),
        most: z.number().optional(),
        given: z.string().optional(),
      })
      .optional(),
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(
    _context,
    input,
  ): Promise<Result<never, StandingRefusal | MethodRefusal | { readonly kind: "unreadable-stance" }>> {
    const { kind = "unreadable-stance", option, least, most, given } = input.refusal ?? {};
    return refused({
      kind,
      ...(option !== undefined && { option }),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
      ...(given !== undefined && { given }),
    });
  },
});
