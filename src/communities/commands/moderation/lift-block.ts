import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { blockOf } from "../../store/blocks.read.ts";
import { deleteBlock } from "../../store/moderation.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward lets a person or a server in again, with the reason on record. Refuses with `not-found` when nothing is held against them. */
export const liftBlock = defineCommand({
  name: "communities/lift-block",
  input: z.object({
    communityId: communityIdField,
    kind: z.enum(["person", "host"]),
    subject: z.string().min(1).max(300),
    reason: reasonField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, kind, subject, reason }): Promise<Result<null, Refusal>> {
    if ((await blockOf(context.db, communityId, kind, subject)) === undefined) return refused({ kind: "not-found" });
    await deleteBlock(context.db, { communityId, kind, subject });
    context.emit({ name: "block-lifted", version: 1, payload: { communityId, kind, subject, reason } });
    return accepted(null);
  },
});
