import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";

/** Somebody wants to follow a person's actor, which says nothing to followers: they are told no, rather than left waiting. */
export const declineFollower = defineCommand({
  name: "accounts/decline-follower",
  input: z.object({ actorId: z.string().max(100), uri: z.url().max(2_000), followId: z.string().max(2_000) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { actorId, uri, followId }) {
    context.emit({ name: "follower-declined", version: 1, payload: { actorId, uri, followId } });
    return accepted(null);
  },
});
