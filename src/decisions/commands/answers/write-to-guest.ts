import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { beyondLetterLimits, type GuestLetterRefusal } from "../../model/answers/guest-letters.ts";
import { guestsWrittenTo, lettersSince } from "../../store/answers/guest-letters.read.ts";
import { insertGuestLetter, settleLetter } from "../../store/answers/guest-letters.write.ts";
import type { Guest } from "../../store/voice/guests.read.ts";
import { communityInput, idInput } from "../inputs.ts";

/** The job that sends a guest's letter; its key is the guest's id. */
export const guestLetterJob = "decisions/guest-letter";

/** An e-mail address, in lower case and without blanks around it; empty for none. */
export const guestAddressInput = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.literal("").or(z.email().max(254)))
  .default("");

export type WriteToGuestRefusal = GuestLetterRefusal | { readonly kind: "guest-written-to"; readonly field: "email" };

/** Why no letter can go to this address now; undefined when one can. `seats` are those of the proposal. */
export async function whyNoLetter(
  context: CommandContext,
  seats: readonly Guest[],
  about: { readonly proposalId: string; readonly inviterId: string; readonly address: string },
): Promise<WriteToGuestRefusal | undefined> {
  const written = await guestsWrittenTo(context.db, about.proposalId, about.address);
  const stands = seats.some(({ id, revokedAt }) => revokedAt === undefined && written.includes(id));
  if (stands) return { kind: "guest-written-to", field: "email" };
  return beyondLetterLimits(await lettersSince(context.db, context.now.subtract({ hours: 24 }), about));
}

/** Has a letter sent to a guest who has just got a seat. */
export async function writeToGuest(
  context: CommandContext,
  communityId: string,
  letter: Omit<Parameters<typeof insertGuestLetter>[1], "askedAt">,
): Promise<void> {
  await insertGuestLetter(context.db, { ...letter, askedAt: context.now });
  const payload = { communityId, proposalId: letter.proposalId, guestId: letter.guestId };
  await context.schedule({ kind: guestLetterJob, key: letter.guestId, due: context.now, payload });
}

type SettleRefusal = { readonly kind: "not-found" };

/** The clock's: notes that the mail server has taken a letter to a guest, or that it cannot be sent. No edge offers it. */
export const settleGuestLetter = defineCommand({
  name: "decisions/settle-guest-letter",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    guestId: idInput,
    outcome: z.enum(["sent", "failed"]),
  }),
  chain: (input) => input.communityId,
  authorise: async ({ actor }): Promise<SettleRefusal | undefined> =>
    actor.kind === "clock" ? undefined : { kind: "not-found" },
  async run(context, { proposalId, guestId, outcome }): Promise<Result<{ readonly outcome: string }, SettleRefusal>> {
    await settleLetter(context.db, guestId, outcome);
    const payload = { proposal: proposalId, guest: guestId, outcome };
    context.emit({ name: "guest-letter-settled", version: 1, payload });
    return accepted({ outcome });
  },
});
