import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { minutesBounds, mostWaiting } from "../../model/minutes/minutes.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";
import { insertCorrection } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { readsDraft } from "../notes/participants.ts";
import { actingPerson, mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { minutesAtHand, type NotHeldYet } from "./minutes-guards.ts";

export type SendCorrectionRefusal =
  | StandingRefusal
  | NotHeldYet
  | { readonly kind: "only-participants" }
  | { readonly kind: "draft-not-announced" }
  | { readonly kind: "too-many-corrections"; readonly most: number };

/**
 * Asks for a correction of the minutes: of the draft once people were told of it, and of what is published. Organisers work it in, print it
 * or answer it, and its writer is told.
 *
 * Refuses what standing refuses, `not-held-yet`, `only-participants`, `draft-not-announced`, and `too-many-corrections`.
 */
export const sendCorrection = defineCommand({
  name: "gatherings/send-minutes-correction",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    text: z.string().trim().min(1).max(minutesBounds.correction),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly correctionId: string }, SendCorrectionRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await minutesAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, standing } = open.value;
    const organises = (await mayOrganise(context, input)) === undefined;
    if (!(await readsDraft(context.db, gathering, { personId: person, organises })))
      return refused({ kind: "only-participants" });
    if (standing === "draft") return refused({ kind: "draft-not-announced" });
    const waiting = await correctionsIn(context.db, gathering.id, "waits");
    if (waiting.filter(({ writerId }) => writerId === person).length >= mostWaiting.ofPerson)
      return refused({ kind: "too-many-corrections", most: mostWaiting.ofPerson });
    if (waiting.length >= mostWaiting.ofGathering)
      return refused({ kind: "too-many-corrections", most: mostWaiting.ofGathering });
    const correctionId = context.ids.next<"minutes-correction">();
    await insertCorrection(context.db, gathering.id, {
      id: correctionId,
      writerId: person,
      text: input.text,
      sentAt: context.now,
      state: "waits",
      answer: "",
      settledAt: undefined,
      byOrganisers: false,
    });
    const payload = { gathering: gathering.id, correction: correctionId, person, via: context.origin.from };
    context.emit({ name: "minutes-correction-sent", version: 1, payload });
    return accepted({ correctionId });
  },
});
