import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { ClosingTimeRefusal } from "../../model/lifecycle/life.ts";
import { longestOpenDays } from "../../model/proposal.ts";
import { lifeOf } from "../../store/lifecycle/lives.read.ts";
import { moveClosing } from "../../store/lifecycle/lives.write.ts";
import { careReasonInput, communityInput, idInput, instantInput } from "../inputs.ts";
import type { GiveStanceRefusal } from "../proposals/give-stance.ts";
import { openInTime } from "../proposals/give-stance.ts";
import { actingPerson, mayTend } from "../standing.ts";
import { recordChange } from "./record-change.ts";
import { retime } from "./retime.ts";

/**
 * Leaves more time for answers: whoever put the proposal forward, or a steward, says why, and those who have not answered are told.
 *
 * Refuses what standing refuses, `voting-closed` and `proposal-withdrawn` for what is over, `closes-not-later` than it closes now, and
 * `closes-too-late`, more than a year after it opened.
 */
export const extendProposal = defineCommand({
  name: "decisions/extend-proposal",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    closesAt: instantInput,
    reason: careReasonInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTend,
  async run(context, input): Promise<Result<{ readonly place: number }, GiveStanceRefusal | ClosingTimeRefusal>> {
    const personId = actingPerson(context);
    if (personId === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const proposal = open.value;
    const until = input.closesAt;
    if (Temporal.Instant.compare(until, proposal.closesAt) <= 0) {
      return refused({ kind: "closes-not-later", field: "closesAt", until: { instant: proposal.closesAt.toString() } });
    }
    if (proposal.openedAt.until(until).total("hours") > longestOpenDays * 24) {
      return refused({ kind: "closes-too-late", field: "closesAt" });
    }
    await moveClosing(context.db, proposal.id, until);
    await retime(context, input, await lifeOf(context.db, proposal.id), context.now, until);
    const said = { kind: "extended", personId, reason: input.reason, until, former: undefined } as const;
    const place = await recordChange(context, proposal.id, said);
    context.emit({
      name: "proposal-extended",
      version: 1,
      payload: { thread: proposal.threadId, proposal: proposal.id, change: place, until: until.toString() },
    });
    return accepted({ place });
  },
});
