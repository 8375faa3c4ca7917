import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { stanceOf } from "../../store/proposals/stances.read.ts";
import { recordedOf } from "../../store/voice/recorded.read.ts";
import { deleteRecordedStance, writeRecordedState } from "../../store/voice/recorded.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openFor, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { mayAnswer } from "../standing.ts";

/**
 * Somebody says whether what a steward wrote down for them is right. Refused, it goes; a person can also just answer themselves, and then that
 * counts.
 *
 * Refuses what giving a stance does, and `nothing-recorded` where nothing stands that was written down for them.
 */
export const confirmRecorded = defineCommand({
  name: "decisions/confirm-recorded",
  input: z.object({ communityId: communityInput, proposalId: idInput, answer: z.enum(["yes", "no"]) }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(
    context,
    input,
  ): Promise<
    Result<
      { readonly understood: "phone-confirmed" | "phone-refused" },
      GiveStanceRefusal | { readonly kind: "nothing-recorded" }
    >
  > {
    const open = await openFor(context, input);
    if (!open.ok) return open;
    const { proposal, person } = open.value;
    const recorded = await recordedOf(context.db, proposal.id, person);
    const isStanding = (await stanceOf(context.db, proposal.id, person))?.by === "phone";
    if (recorded === undefined || !isStanding) return refused({ kind: "nothing-recorded" });
    const isRight = input.answer === "yes";
    if (isRight && recorded.state === "confirmed") return accepted({ understood: "phone-confirmed" });
    if (!isRight) await deleteRecordedStance(context.db, proposal.id, person);
    await writeRecordedState(context.db, proposal.id, person, isRight ? "confirmed" : "refused");
    const name = isRight ? "recorded-stance-confirmed" : "recorded-stance-refused";
    context.emit({ name, version: 1, payload: { proposal: proposal.id, person, recorder: recorded.recorderId } });
    return accepted({ understood: isRight ? "phone-confirmed" : "phone-refused" });
  },
});
