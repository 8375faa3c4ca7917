import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { letListenerIn } from "../../store/listeners.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward lets somebody listen who asked to. Refuses with `not-found` when they do not wait. */
export const approveListener = defineCommand({
  name: "communities/approve-listener",
  input: z.object({ communityId: communityIdField, actorId: z.string().min(1), uri: z.string().min(1) }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, actorId, uri }): Promise<Result<null, Refusal>> {
    const listener = await listenerByUri(context.db, actorId, uri);
    if (listener?.communityId !== communityId || !listener.waits) return refused({ kind: "not-found" });
    await letListenerIn(context.db, actorId, uri);
    const payload = { actorId, uri, followId: listener.followId ?? null };
    context.emit({ name: "listening-approved", version: 1, payload });
    return accepted(null);
  },
});
