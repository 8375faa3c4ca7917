import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { guestByToken, type Guest } from "../../store/voice/guests.read.ts";
import { actingPerson, mayTend, type AboutProposal, type StandingRefusal } from "../standing.ts";

/** The input of every command of a guest: what finds their seat is a digest of what the link holds. */
export interface AboutSeat extends AboutProposal {
  readonly tokenHash: string;
}

/** Inviting guests is for whoever put the proposal forward and for stewards, in person. */
export async function mayInviteGuests(
  context: CommandContext,
  about: AboutProposal,
): Promise<StandingRefusal | undefined> {
  return actingPerson(context) === undefined ? { kind: "sign-in-needed" } : mayTend(context, about);
}

/** The seat of a link, if it is one of this proposal and still stands. */
export async function seatOf(
  context: CommandContext,
  about: AboutSeat,
): Promise<Result<Guest, { readonly kind: "not-found" } | { readonly kind: "guest-link-revoked" }>> {
  const guest = await guestByToken(context.db, about.tokenHash);
  if (guest?.proposalId !== about.proposalId) return refused({ kind: "not-found" });
  return guest.revokedAt === undefined ? accepted(guest) : refused({ kind: "guest-link-revoked" });
}
