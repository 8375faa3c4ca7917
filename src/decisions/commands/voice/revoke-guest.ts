import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { guestsOf } from "../../store/voice/guests.read.ts";
import { writeGuestRevoked } from "../../store/voice/guests.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openInTime, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { mayInviteGuests } from "./guest-standing.ts";

/**
 * Takes a guest's seat back while the proposal is open: the link leads nowhere any more, and what they answered is neither counted nor
 * shown. Refuses what inviting does.
 */
export const revokeGuest = defineCommand({
  name: "decisions/revoke-guest",
  input: z.object({ communityId: communityInput, proposalId: idInput, guestId: idInput }),
  chain: (input) => input.communityId,
  authorise: mayInviteGuests,
  async run(context, input): Promise<Result<{ readonly revoked: true }, GiveStanceRefusal>> {
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const seat = (await guestsOf(context.db, open.value.id)).find(({ id }) => id === input.guestId);
    if (seat === undefined) return refused({ kind: "not-found" });
    if (seat.revokedAt !== undefined) return accepted({ revoked: true });
    await writeGuestRevoked(context.db, seat.id, context.now);
    context.emit({ name: "guest-revoked", version: 1, payload: { proposal: seat.proposalId, guest: seat.id } });
    return accepted({ revoked: true });
  },
});
