import { chainEnd } from "../../../kernel/activity-log/chain.read.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { insertDecision } from "../../store/consent/adopted.write.ts";
import { enterRecord } from "../../store/register/register.write.ts";
import { followDecision } from "../consent/follow-decision.ts";
import { supersede } from "./supersede.ts";

/** A decision that was just made, and not yet anywhere in its life. */
export type NewDecision = Omit<
  AdoptedDecision,
  "state" | "toldOn" | "reviews" | "supersededBy" | "loggedAfter" | "changedAt"
>;

/**
 * Enters a decision in the register, by whatever way it was made: its words can be looked for, its place in the log can be found, what it
 * replaces is superseded, and its days are followed from now on.
 */
export async function enterDecision(context: CommandContext, decision: NewDecision): Promise<void> {
  const { sequence } = await chainEnd(context.db, decision.communityId);
  await insertDecision(context.db, { ...decision, loggedAfter: sequence });
  await enterRecord(context.db, decision);
  context.emit({
    name: "decision-adopted",
    version: 1,
    payload: {
      thread: decision.threadId,
      proposal: decision.consentId,
      decision: decision.id,
      hash: decision.versionHash,
      ...(decision.proposalId !== undefined && { counted: decision.proposalId }),
    },
  });
  await supersede(context, decision);
  await followDecision(context, decision.id);
}
