import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOngoing } from "../../model/sharing/origin.ts";
import { originById } from "../../store/sharing/origins.read.ts";
import { mustBeOperator, type DirectoryRefusal } from "../directory-guards.ts";
import { leaveOrigin } from "./leave-origin.ts";
import type { SharingRefusal } from "./sharing-guards.ts";

/**
 * An operator has another directory followed no more. All that it said goes here, and places of which nobody else says anything.
 *
 * Refuses `not-found`, also for one that is not followed any more, and `only-operators`.
 */
export const unfollowDirectory = defineCommand({
  name: "directory/unfollow-directory",
  input: z.object({ originId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeOperator,
  async run(context, { originId }): Promise<Result<null, DirectoryRefusal | SharingRefusal>> {
    const origin = await originById(context.db, originId);
    if (origin === undefined || !isOngoing(origin)) return refused({ kind: "not-found" });
    await leaveOrigin(context, origin, undefined);
    context.emit({ name: "directory-origin-unfollowed", version: 1, payload: { originId } });
    return accepted(null);
  },
});
