import { z } from "zod";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, keptOut, type StandingRefusal } from "../standing.ts";

const parts = ["unreadable-task", "which-day", "until-when"] as const;

/** Somebody answered about a task in words that cannot be read: nothing changes, and they are told how to answer. */
export const unclearTask = defineCommand({
  name: "decisions/unclear-task",
  input: z.object({ communityId: communityInput, taskId: idInput, part: z.enum(parts) }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<StandingRefusal | undefined> {
    const person = actingPerson(context);
    return person === undefined ? { kind: "sign-in-needed" } : keptOut(context, input.communityId, person);
  },
  async run(_context, input): Promise<Result<never, StandingRefusal | { readonly kind: (typeof parts)[number] }>> {
    return refused({ kind: input.part });
  },
});
