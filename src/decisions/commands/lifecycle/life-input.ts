import { z } from "zod";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { addingRules, plainLife, remindHoursRange, reminderAudiences } from "../../model/lifecycle/life.ts";
import type { ProposalLife } from "../../model/lifecycle/life.ts";
import { writeLife } from "../../store/lifecycle/lives.write.ts";

/** What whoever puts a proposal forward can choose of its life, beside how it is counted. */
export const lifeInput = {
  reminds: z.enum(reminderAudiences).default(plainLife.reminds),
  remindHours: z.coerce
    .number()
    .int()
    .min(remindHoursRange.least)
    .max(remindHoursRange.most)
    .default(plainLife.remindHours),
  adding: z.enum(addingRules).default(plainLife.adding),
  ownOptions: z.coerce.number().int().min(1).max(20).default(plainLife.ownOptions),
  allOptions: z.coerce.number().int().min(1).max(100).default(plainLife.allOptions),
  shuffles: z.enum(["yes", "no"]).default("no"),
};

const chosen = z.object(lifeInput);

/** Writes down what was chosen; nothing where it is what everybody gets. Gives the life that begins. */
export async function beginLife(
  context: CommandContext,
  proposalId: string,
  { shuffles, ...input }: z.output<typeof chosen>,
  hasOwnOptions: boolean,
): Promise<ProposalLife> {
  const { reminds, remindHours, adding, ownOptions, allOptions } = input;
  const life: ProposalLife = {
    ...plainLife,
    reminds,
    remindHours,
    ...(hasOwnOptions && { adding, ownOptions, allOptions, shuffles: shuffles === "yes" }),
  };
  const isPlain = JSON.stringify(life) === JSON.stringify(plainLife);
  if (!isPlain) await writeLife(context.db, proposalId, life);
  return life;
}
