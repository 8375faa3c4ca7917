import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { deleteGuestAnswer, forgetGuestNamed } from "../../store/voice/guests.write.ts";
import { forgetAddressOfGuest } from "../../store/answers/guest-letters.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openInTime } from "../proposals/give-stance.ts";
import { seatOf } from "./guest-standing.ts";

/**
 * A guest has their name and words taken away by their link; while the proposal is open their answer goes too, afterwards it stays in the
 * count, under nobody's name. Refuses `not-found` and `guest-link-revoked`.
 */
export const leaveAsGuest = defineCommand({
  name: "decisions/leave-as-guest",
  input: z.object({ communityId: communityInput, proposalId: idInput, tokenHash: z.string().max(64) }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(
    context,
    input,
  ): Promise<
    Result<{ readonly left: true }, { readonly kind: "not-found" } | { readonly kind: "guest-link-revoked" }>
  > {
    const seat = await seatOf(context, input);
    if (!seat.ok) return seat;
    if ((await openInTime(context, input)).ok) await deleteGuestAnswer(context.db, seat.value.id);
    await forgetGuestNamed(context.db, seat.value.id);
    await forgetAddressOfGuest(context.db, seat.value.id);
    context.emit({
      name: "guest-left",
      version: 1,
      payload: { proposal: seat.value.proposalId, guest: seat.value.id },
    });
    return accepted({ left: true });
  },
});
