import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { deleteListener } from "../../store/listeners.write.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, type SignInNeeded } from "../guards.ts";

/**
 * Somebody listens no more, by their own wish; nothing happens when they did not.
 *
 * From the web only one's own listening can be ended: else `sign-in-needed`.
 */
export const stopListening = defineCommand({
  name: "communities/stop-listening",
  input: z.object({ communityId: communityIdField, actorId: z.string().min(1), uri: z.string().min(1) }),
  chain: ({ communityId }) => communityId,
  async authorise(context, { actorId, uri }): Promise<SignInNeeded | undefined> {
    if (context.origin.from !== "web") return undefined;
    const person = actingPerson(context);
    const listener = await listenerByUri(context.db, actorId, uri);
    return listener === undefined || (person !== undefined && listener.personId === person)
      ? undefined
      : { kind: "sign-in-needed" };
  },
  async run(context, { actorId, uri }): Promise<Result<{ readonly listened: boolean }, never>> {
    const listener = await listenerByUri(context.db, actorId, uri);
    if (listener === undefined) return accepted({ listened: false });
    await deleteListener(context.db, actorId, uri);
    // Their server knows of it when it said so itself; else it must be told that the Follow has ended.
    const followId = context.origin.from === "federated" ? null : (listener.followId ?? null);
    context.emit({ name: "listening-stopped", version: 1, payload: { actorId, uri, followId } });
    return accepted({ listened: true });
  },
});
