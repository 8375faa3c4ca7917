import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { changedParts } from "../../model/changes.ts";
import { votingRulesOf } from "../../store/standing/standing.read.ts";
import { writeVotingRules } from "../../store/standing/standing.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = OnlyStewards | SignInNeeded;

/** A steward sets for how long the new wait before they answer, and how long outcomes may be challenged, with the reason on record. */
export const setVotingRules = defineCommand({
  name: "communities/set-voting-rules",
  input: z.object({
    communityId: communityIdField,
    waitingDays: z.coerce.number().int().min(0).max(366),
    challengeDays: z.coerce.number().int().min(0).max(30),
    reason: reasonField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(
    context,
    { communityId, reason, ...after },
  ): Promise<Result<{ readonly changed: readonly string[] }, Refusal>> {
    const before = await votingRulesOf(context.db, communityId);
    const changed = changedParts(before, after);
    if (changed.length === 0) return accepted({ changed });
    await writeVotingRules(context.db, communityId, after);
    const payload = { communityId, before: { ...before }, after: { ...after }, changed, reason };
    context.emit({ name: "voting-rules-changed", version: 1, payload });
    return accepted({ changed });
  },
});
