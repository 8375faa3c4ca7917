import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { minutesBounds, mostWaiting } from "../../model/minutes/minutes.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import { insertCorrection } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, mayOrganise, type StandingRefusal } from "../standing.ts";
import { minutesAtHand, publishedChanged, type NotHeldYet } from "./minutes-guards.ts";

export type CorrectMinutesRefusal =
  | StandingRefusal
  | NotHeldYet
  | { readonly kind: "minutes-not-published" }
  | { readonly kind: "too-many-corrections"; readonly most: number };

/**
 * Corrects minutes that are published: what was wrong and what is right stands beneath them, dated. What was published stays as it was.
 *
 * Refuses what standing refuses, `not-held-yet`, `minutes-not-published`, and `too-many-corrections`.
 */
export const correctMinutes = defineCommand({
  name: "gatherings/correct-minutes",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    text: z.string().trim().min(1).max(minutesBounds.correction),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly correctionId: string }, CorrectMinutesRefusal>> {
    const open = await minutesAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, standing } = open.value;
    if (standing !== "published") return refused({ kind: "minutes-not-published" });
    if ((await correctionsIn(context.db, gathering.id, "printed")).length >= mostWaiting.ofGathering)
      return refused({ kind: "too-many-corrections", most: mostWaiting.ofGathering });
    const correctionId = context.ids.next<"minutes-correction">();
    await insertCorrection(context.db, gathering.id, {
      id: correctionId,
      writerId: actingPerson(context),
      text: input.text,
      sentAt: context.now,
      state: "printed",
      answer: "",
      settledAt: context.now,
      byOrganisers: true,
    });
    const payload = { gathering: gathering.id, correction: correctionId };
    context.emit({ name: "minutes-corrected", version: 1, payload });
    await publishedChanged(context, open.value);
    return accepted({ correctionId });
  },
});
