import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { guestStandings, longestGuestName, mostGuests, type GuestId } from "../../model/voice/guests.ts";
import { guestsOf } from "../../store/voice/guests.read.ts";
import { insertGuest } from "../../store/voice/guests.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openInTime, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { actingPerson } from "../standing.ts";
import { mayInviteGuests } from "./guest-standing.ts";

export type InviteGuestRefusal =
  | GiveStanceRefusal
  | { readonly kind: "no-guests-in-secret" }
  | { readonly kind: "too-many-guests"; readonly most: number };

/**
 * Whoever put a proposal forward, or a steward, gives a guest a seat on it: a link for one person, who needs no account. Of the link nothing is
 * known here but a digest of what it holds.
 *
 * Refuses what standing refuses, `voting-closed` and `proposal-withdrawn`, `no-guests-in-secret`, and `too-many-guests`.
 */
export const inviteGuest = defineCommand({
  name: "decisions/invite-guest",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    name: z.string().trim().min(1).max(longestGuestName),
    standing: z.enum(guestStandings).default("advisory"),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  chain: (input) => input.communityId,
  authorise: mayInviteGuests,
  async run(context, input): Promise<Result<{ readonly guestId: GuestId }, InviteGuestRefusal>> {
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const proposal = open.value;
    if (proposal.secrecy === "secret") return refused({ kind: "no-guests-in-secret" });
    const seats = await guestsOf(context.db, proposal.id);
    if (seats.length >= mostGuests) return refused({ kind: "too-many-guests", most: mostGuests });
    const id = context.ids.next<"guest">();
    const { name, standing } = input;
    const inviterId = actingPerson(context) as PersonId;
    const seat = { id, proposalId: proposal.id, name, standing, inviterId, invitedAt: context.now };
    await insertGuest(context.db, seat, input.tokenHash);
    context.emit({ name: "guest-invited", version: 1, payload: { proposal: proposal.id, guest: id, standing } });
    return accepted({ guestId: id });
  },
});
