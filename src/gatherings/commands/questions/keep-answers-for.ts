import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { gatheringsWithAnswers } from "../../store/questions/answered-gatherings.read.ts";
import { writeKeepingDays } from "../../store/questions/questions.write.ts";
import { communityInput } from "../inputs.ts";
import { actingPerson } from "../standing.ts";
import { scheduleDeletion } from "./deletion-job.ts";

export type KeepAnswersRefusal = { readonly kind: "sign-in-needed" } | { readonly kind: "only-stewards" };

/** Stewards say for how many days after a gathering answers are kept. It holds for what is kept already, too. */
export const keepAnswersFor = defineCommand({
  name: "gatherings/keep-answers-for",
  input: z.object({ communityId: communityInput, days: z.coerce.number().int().min(1).max(365) }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<KeepAnswersRefusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    return (await isSteward(context.db, input.communityId, person)) ? undefined : { kind: "only-stewards" };
  },
  async run(context, { communityId, days }): Promise<Result<{ readonly days: number }, KeepAnswersRefusal>> {
    await writeKeepingDays(context.db, communityId, days);
    for (const gatheringId of await gatheringsWithAnswers(context.db, communityId)) {
      await scheduleDeletion(context, { communityId, gatheringId });
    }
    context.emit({ name: "answer-keeping-set", version: 1, payload: { days } });
    return accepted({ days });
  },
});
