import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { vouchBounds } from "../../model/ladder/vouch.ts";
import { keepVouchReply } from "../../store/ladder/ladder.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { spokenPlace, type LadderRefusal } from "./ladder-refusals.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * Whoever speaks for a place replies to a vouch for it, or declines it: then it stands, with the reply, and does not count. What was said before is replaced.
 *
 * Refuses `not-found`, `only-who-speaks`, and `sign-in-needed`.
 */
export const answerVouch = defineCommand({
  name: "directory/answer-vouch",
  input: z.object({
    entryId: z.string().min(1).max(64),
    vouchId: z.string().min(1).max(64),
    reply: z.string().trim().max(vouchBounds.reply),
    isDeclined: z.boolean(),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, vouchId, reply, isDeclined }): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const spoken = await spokenPlace(context, entryId);
    if (typeof spoken === "string") return refused({ kind: spoken });
    const answer = { entryId, id: vouchId, reply, isDeclined };
    if (!(await keepVouchReply(context.db, answer))) return refused({ kind: "not-found" });
    context.emit({ name: "directory-vouch-answered", version: 1, payload: { entryId, vouchId, isDeclined } });
    await settleSteps(context, entryId);
    return accepted(null);
  },
});
