import type { CommandContext } from "../../../kernel/commands/command.ts";
import { mostReminders, reminderTime, type ProposalLife } from "../../model/lifecycle/life.ts";
import type { AboutProposal } from "../standing.ts";
import { closeProposalJob, remindToAnswerJob } from "../proposals/closing-job.ts";

/** Sets the clock for a proposal that is open from `from` on: when it closes, and when people are reminded, if they are. */
export async function retime(
  context: CommandContext,
  { communityId, proposalId }: AboutProposal,
  life: ProposalLife,
  from: Temporal.Instant,
  closesAt: Temporal.Instant,
): Promise<void> {
  const payload = { communityId, proposalId };
  await context.schedule({ kind: closeProposalJob, key: proposalId, due: closesAt, payload });
  const isReminded = life.reminds !== "nobody" && life.reminded < mostReminders;
  const remindAt = isReminded ? reminderTime(from, closesAt, life.remindHours) : undefined;
  if (remindAt === undefined) await context.unschedule(remindToAnswerJob, proposalId);
  else await context.schedule({ kind: remindToAnswerJob, key: proposalId, due: remindAt, payload });
}
