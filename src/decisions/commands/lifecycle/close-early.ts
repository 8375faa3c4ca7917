import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type InvalidInput } from "../../../kernel/commands/command.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import type { GiveStanceRefusal } from "../proposals/give-stance.ts";
import { openInTime } from "../proposals/give-stance.ts";
import { actingPerson, mayTend } from "../standing.ts";
import { recordChange } from "./record-change.ts";

/**
 * Closes a proposal before its time and counts it: whoever put it forward, or a steward, says why, which stands on its page.
 *
 * Refuses what standing refuses, and `voting-closed` and `proposal-withdrawn` for what is over.
 */
export const closeEarly = defineCommand({
  name: "decisions/close-early",
  input: z.object({ communityId: communityInput, proposalId: idInput, reason: careReasonInput }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly place: number }, GiveStanceRefusal | InvalidInput>> {
    const personId = actingPerson(context);
    if (personId === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const { communityId, proposalId, reason } = input;
    const said = { kind: "closed-early", personId, reason, until: context.now, former: undefined } as const;
    const place = await recordChange(context, proposalId, said);
    const closed = await context.execute(closeProposal, { communityId, proposalId });
    return closed.ok ? accepted({ place }) : closed;
  },
});
