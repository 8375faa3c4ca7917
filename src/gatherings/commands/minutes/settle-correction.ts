import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { minutesBounds } from "../../model/minutes/minutes.ts";
import { correctionOf } from "../../store/minutes/minutes.read.ts";
import { settleCorrectionRow } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { minutesAtHand, publishedChanged, type NotHeldYet } from "./minutes-guards.ts";
import { publishIfNothingWaits } from "./publish-if-nothing-waits.ts";

export type SettleCorrectionRefusal =
  | StandingRefusal
  | NotHeldYet
  | { readonly kind: "correction-settled" }
  | { readonly kind: "answer-needed" }
  | { readonly kind: "worked-in-too-late" };

/**
 * Decides about a correction: it is worked into notes or foreword, which organisers have done; it is printed beneath the minutes in its own
 * words; or it is answered, with a reason. Its writer is told.
 *
 * Refuses what standing refuses, `not-held-yet`, `correction-settled`, `answer-needed`, and `worked-in-too-late` once the minutes are
 * published: then a correction is printed, so that it stays visible.
 */
export const settleCorrection = defineCommand({
  name: "gatherings/settle-minutes-correction",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    correctionId: z.string().min(1).max(64),
    decision: z.enum(["worked-in", "printed", "answered"]),
    answer: z.string().trim().max(minutesBounds.answer).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly decision: string }, SettleCorrectionRefusal>> {
    const open = await minutesAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, standing } = open.value;
    const correction = await correctionOf(context.db, gathering.id, input.correctionId);
    if (correction === undefined) return refused({ kind: "not-found" });
    if (correction.state !== "waits") return refused({ kind: "correction-settled" });
    const { decision, answer } = input;
    if (decision === "answered" && answer === "") return refused({ kind: "answer-needed" });
    if (decision === "worked-in" && standing === "published") return refused({ kind: "worked-in-too-late" });
    await settleCorrectionRow(context.db, { ...correction, state: decision, answer, settledAt: context.now });
    context.emit({
      name: "minutes-correction-settled",
      version: 1,
      payload: {
        gathering: gathering.id,
        correction: correction.id,
        person: correction.writerId ?? "",
        decision,
      },
    });
    if (decision === "printed") await publishedChanged(context, open.value);
    await publishIfNothingWaits(context, open.value);
    return accepted({ decision });
  },
});
