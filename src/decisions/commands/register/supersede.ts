import type { CommandContext } from "../../../kernel/commands/command.ts";
import { decisionWays } from "../../model/consent/review.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { moveDecision } from "../../store/consent/adopted.write.ts";
import { roundOf } from "../../store/consent/rounds.read.ts";
import { closeRounds } from "../../store/consent/rounds.write.ts";
import { tendDecisionJob } from "../consent/consent-jobs.ts";

/** What a decision replaces is no longer in force, and nobody is asked about it any more. */
export async function supersede(
  context: CommandContext,
  decision: Pick<AdoptedDecision, "id" | "communityId" | "supersedes">,
): Promise<void> {
  const old = decision.supersedes === undefined ? undefined : await decisionById(context.db, decision.supersedes);
  if (old === undefined || old.communityId !== decision.communityId) return;
  if (decisionWays[old.state].supersede === undefined) return;
  const about = { thread: old.threadId, proposal: old.consentId, decision: old.id };
  const review = await roundOf(context.db, old.consentId, "review", old.reviews);
  if (review !== undefined && review.closedAt === undefined) {
    await closeRounds(context.db, old.consentId, ["review"], { at: context.now, result: "dropped" });
    context.emit({
      name: "consent-round-closed",
      version: 1,
      payload: { ...about, round: "review", number: old.reviews },
    });
  }
  await moveDecision(context.db, old.id, { state: "superseded", supersededBy: decision.id }, context.now);
  await context.unschedule(tendDecisionJob, old.id);
  context.emit({ name: "decision-superseded", version: 1, payload: { ...about, by: decision.id } });
}
