import { z } from "zod";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { mostGuestAnswers } from "../../model/voice/guests.ts";
import { writeGuestAnswer } from "../../store/voice/guests.write.ts";
import { communityInput, idInput, reasonInput } from "../inputs.ts";
import { openInTime, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { seatOf } from "./guest-standing.ts";

export type AnswerAsGuestRefusal =
  | GiveStanceRefusal
  | { readonly kind: "guest-link-revoked" }
  | { readonly kind: "guest-answered-often"; readonly most: number };

/**
 * A guest answers by their link, or changes what they answered; the last answer before closing stands. Whoever has the link may.
 *
 * Refuses `not-found` for a link that leads nowhere, `guest-link-revoked`, `guest-answered-often`, and what giving a stance refuses.
 */
export const answerAsGuest = defineCommand({
  name: "decisions/answer-as-guest",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    tokenHash: z.string().max(64),
    ballot: z.json(),
    reason: reasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<{ readonly answers: number }, AnswerAsGuestRefusal>> {
    const seat = await seatOf(context, input);
    if (!seat.ok) return seat;
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const proposal = open.value;
    if (seat.value.answers >= mostGuestAnswers) {
      return refused({ kind: "guest-answered-often", most: mostGuestAnswers });
    }
    const ballot = methodOf(proposal).rules.readBallot(input.ballot as Json, questionOf(proposal));
    if (!ballot.ok) return ballot;
    const reason = proposal.reasons === "off" ? "" : input.reason;
    if (proposal.reasons === "required" && reason === "") return refused({ kind: "reason-required", field: "reason" });
    const answers = seat.value.answers + 1;
    await writeGuestAnswer(context.db, seat.value.id, { ballot: ballot.value, reason, answers });
    const payload = { thread: proposal.threadId, proposal: proposal.id, guest: seat.value.id };
    context.emit({ name: "guest-answered", version: 1, payload });
    return accepted({ answers });
  },
});
