import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { guestStandings, longestGuestName, mostGuests, type GuestId } from "../../model/voice/guests.ts";
import { guestsOf } from "../../store/voice/guests.read.ts";
import { insertGuest } from "../../store/voice/guests.write.ts";
import { guestAddressInput, whyNoLetter, writeToGuest, type WriteToGuestRefusal } from "../answers/write-to-guest.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openInTime, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { actingPerson } from "../standing.ts";
import { mayInviteGuests } from "./guest-standing.ts";

export type InviteGuestRefusal =
  | GiveStanceRefusal
  | { readonly kind: "no-guests-in-secret" }
  | { readonly kind: "too-many-guests"; readonly most: number }
  | WriteToGuestRefusal;

/**
 * Whoever put a proposal forward, or a steward, gives a guest a seat on it: a link for one person, who needs no account. Of the link nothing is
 * known here but a digest of what it holds. With an address, a letter with the link goes there instead of its being shown to whoever invites.
 *
 * Refuses what standing refuses, `voting-closed` and `proposal-withdrawn`, `no-guests-in-secret`, `too-many-guests`, and of an address
 * `guest-written-to`, `too-many-guest-letters`, `mailbox-has-enough` and `letters-used-up`.
 */
export const inviteGuest = defineCommand({
  name: "decisions/invite-guest",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    name: z.string().trim().min(1).max(longestGuestName),
    standing: z.enum(guestStandings).default("advisory"),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Where a letter goes; empty for none. */
    email: guestAddressInput,
    /** What the link in the letter holds, of which `tokenHash` is the digest; empty without a letter. */
    token: z.string().max(100).default(""),
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
    const { name, standing, email: address, token } = input;
    const inviterId = actingPerson(context) as PersonId;
    const letter = { guestId: id, proposalId: proposal.id, inviterId, address, token };
    const unwritten = address === "" ? undefined : await whyNoLetter(context, seats, letter);
    if (unwritten !== undefined) return refused(unwritten);
    const seat = { id, proposalId: proposal.id, name, standing, inviterId, invitedAt: context.now };
    await insertGuest(context.db, seat, input.tokenHash);
    if (address !== "") await writeToGuest(context, input.communityId, letter);
    context.emit({ name: "guest-invited", version: 1, payload: { proposal: proposal.id, guest: id, standing } });
    return accepted({ guestId: id });
  },
});
