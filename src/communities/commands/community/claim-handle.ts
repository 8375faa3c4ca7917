import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { holderOfHandle } from "../../store/communities.read.ts";
import { insertHandle } from "../../store/communities.write.ts";
import { communityIdField, handleField } from "../fields.ts";

/** The handle belongs, or once belonged, to another actor of this server. */
export interface HandleTaken extends AnyRefusal {
  readonly kind: "handle-taken";
  readonly field: "handle";
  readonly handle: string;
}

/**
 * Gives a handle to an actor of this server, for ever; run inside the command that makes the actor.
 *
 * Without a community it is a person's, and nothing of that is in any community's records. Claiming again what one holds changes
 * nothing. Refuses with `handle-taken`.
 */
export const claimHandle = defineCommand({
  name: "communities/claim-handle",
  input: z.object({ handle: handleField, actorId: z.string().min(1), communityId: communityIdField.nullable() }),
  // One chain for all, so that two claims of one handle never run at the same time.
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { handle, actorId, communityId }): Promise<Result<{ readonly handle: string }, HandleTaken>> {
    const holder = await holderOfHandle(context.db, handle);
    if (holder === actorId) return accepted({ handle });
    if (holder !== undefined) return refused({ kind: "handle-taken", field: "handle", handle });
    await insertHandle(context.db, { handle, actorId, communityId, at: context.now });
    context.emit({ name: "handle-claimed", version: 1, payload: { handle, actorId, communityId } });
    return accepted({ handle });
  },
});
