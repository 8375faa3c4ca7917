import { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import { jobOrigin, type DueJob, type JobDefinition } from "../../../kernel/jobs/job.ts";
import { guestLetterJob, settleGuestLetter } from "../../commands/answers/write-to-guest.ts";
import { guestLetter, type SendLetter } from "../../notices/guest-letter.ts";
import { waitingLetter } from "../../store/answers/guest-letters.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { guestsOf } from "../../store/voice/guests.read.ts";

const about = z.object({ communityId: z.string(), proposalId: z.string(), guestId: z.string() });

/** So often a mail server that does not answer is tried before the letter counts as not delivered. */
const mostAttempts = 5;

/**
 * Sends the letter of one guest, if their seat stands and answers are still taken. After a crash between sending it and noting so, the same
 * letter goes again, with the same link and Message-ID.
 */
export function sendingGuestLetters(sendLetter: SendLetter): JobDefinition {
  return {
    kind: guestLetterJob,
    // Ids differ in their last digit: sixteen letters at a time may wait for the mail server.
    lane: (job) => `${guestLetterJob}:${job.key.slice(-1)}`,
    async run(application, job) {
      const input = about.parse(job.payload);
      const letter = await waitingLetter(application.read, input.guestId);
      const proposal = await proposalById(application.read, input.proposalId);
      if (letter === undefined || proposal?.state !== "open") return;
      const seat = (await guestsOf(application.read, proposal.id)).find(({ id }) => id === input.guestId);
      if (seat === undefined || seat.revokedAt !== undefined) return;
      const outcome = await sent(job, async () => sendLetter?.(await guestLetter(application, proposal, seat, letter)));
      await settle(application, job, { ...input, outcome: sendLetter === undefined ? "failed" : outcome });
    },
  };
}

/** Whether the letter was taken; throws while it is worth trying again. */
async function sent(job: DueJob, send: () => Promise<void>): Promise<"sent" | "failed"> {
  try {
    await send();
    return "sent";
  } catch (cause) {
    if (job.attempt < mostAttempts) throw cause;
    return "failed";
  }
}

async function settle(
  application: Application,
  job: DueJob,
  input: z.output<typeof about> & { readonly outcome: "sent" | "failed" },
): Promise<void> {
  await application.execute(settleGuestLetter, input, { actor: { kind: "clock" }, origin: jobOrigin(job) });
}
