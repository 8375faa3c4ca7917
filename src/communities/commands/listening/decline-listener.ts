import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { deleteListener } from "../../store/listeners.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward says no to somebody who asked to listen, or asks a listener to go, with the reason on record. Refuses with `not-found`. */
export const declineListener = defineCommand({
  name: "communities/decline-listener",
  input: z.object({
    communityId: communityIdField,
    actorId: z.string().min(1),
    uri: z.string().min(1),
    reason: reasonField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, actorId, uri, reason }): Promise<Result<null, Refusal>> {
    const listener = await listenerByUri(context.db, actorId, uri);
    if (listener?.communityId !== communityId) return refused({ kind: "not-found" });
    await deleteListener(context.db, actorId, uri);
    const payload = { actorId, uri, followId: listener.followId ?? null, reason };
    context.emit({ name: "listening-declined", version: 1, payload });
    return accepted(null);
  },
});
