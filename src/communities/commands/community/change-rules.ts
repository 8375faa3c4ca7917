import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { changedParts } from "../../model/changes.ts";
import type { CommunityRules } from "../../model/community.ts";
import { updateRules } from "../../store/communities.write.ts";
import { communityIdField, reasonField, ruleFields } from "../fields.ts";
import { communityOf, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = OnlyStewards | SignInNeeded;

/** A steward changes who takes part and how, with the reason on record; the same rules again record nothing. */
export const changeRules = defineCommand({
  name: "communities/change-rules",
  input: z.object({ communityId: communityIdField, ...ruleFields, reason: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(
    context,
    { communityId, reason, ...after },
  ): Promise<Result<{ readonly changed: readonly string[] }, Refusal>> {
    const { joining, memberList, approvesListeners, sharesMentions } = await communityOf(context, { communityId });
    const before: CommunityRules = { joining, memberList, approvesListeners, sharesMentions };
    const changed = changedParts(before, after);
    if (changed.length === 0) return accepted({ changed });
    await updateRules(context.db, communityId, after);
    const payload = { communityId, before: { ...before }, after: { ...after }, changed, reason };
    context.emit({ name: "community-rules-changed", version: 1, payload });
    return accepted({ changed });
  },
});
