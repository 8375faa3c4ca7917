import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { sharedPost } from "../../store/announcements.read.ts";
import { deleteSharedPost } from "../../store/announcements.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/**
 * A post is passed on no more: its author deleted it, or a steward takes it back. Refuses with `not-found` when it was never passed
 * on, or when `byAuthor` is not who wrote it.
 */
export const unsharePost = defineCommand({
  name: "communities/unshare-post",
  input: z.object({
    communityId: communityIdField,
    uri: z.url().max(2_000),
    /** The proven sender, when the author's own server says that the post is gone. */
    byAuthor: z.string().optional(),
  }),
  chain: ({ communityId }) => communityId,
  async authorise(context, input): Promise<Refusal | undefined> {
    return context.origin.from === "federated" ? undefined : requireSteward(context, input);
  },
  async run(context, { communityId, uri, byAuthor }): Promise<Result<null, Refusal>> {
    const post = await sharedPost(context.db, communityId, uri);
    const isTheirs = context.origin.from !== "federated" || post?.authorUri === byAuthor;
    if (post === undefined || !isTheirs) return refused({ kind: "not-found" });
    await deleteSharedPost(context.db, communityId, uri);
    context.emit({ name: "post-unshared", version: 1, payload: { communityId, shareId: post.id, uri } });
    return accepted(null);
  },
});
