import { z } from "zod";
import { accepted, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { deleteListener } from "../../store/listeners.write.ts";
import { communityIdField } from "../fields.ts";

/** These listeners' servers say that they are gone for good: nothing is sent to them any more. Done by the clock alone. */
export const forgetListeners = defineCommand({
  name: "communities/forget-listeners",
  input: z.object({
    communityId: communityIdField,
    actorId: z.string().min(1),
    uris: z.array(z.string().min(1)).max(1_000),
  }),
  chain: ({ communityId }) => communityId,
  authorise: async (context): Promise<AnyRefusal | undefined> =>
    context.actor.kind === "clock" ? undefined : { kind: "not-allowed" },
  async run(context, { actorId, uris }): Promise<Result<{ readonly count: number }>> {
    let count = 0;
    for (const uri of uris) {
      if ((await listenerByUri(context.db, actorId, uri)) === undefined) continue;
      await deleteListener(context.db, actorId, uri);
      context.emit({ name: "listening-stopped", version: 1, payload: { actorId, uri, followId: null } });
      count += 1;
    }
    return accepted({ count });
  },
});
