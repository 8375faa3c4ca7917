import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { reactionKinds } from "../../model/threads/reactions.ts";
import type { PersonId } from "../../model/thread.ts";
import { insertReaction } from "../../store/threads/voices.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, mayWrite, type StandingRefusal } from "../standing.ts";
import { postOf } from "./post-standing.ts";

/**
 * Reacts to a post without words, each person once in each way: here, or by a `Like` from another server, whose id is kept so that it can be
 * undone. Refuses `thread-closed`, and what standing refuses.
 */
export const react = defineCommand({
  name: "decisions/react",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    postId: idInput,
    kind: z.enum(reactionKinds),
    /** The id of the `Like`; empty for one given here. */
    likeUri: z.string().max(2_000).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayWrite,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly postId: string }, StandingRefusal | { readonly kind: "thread-closed" }>> {
    const found = await postOf(context, input);
    if (found === undefined) return refused({ kind: "not-found" });
    const { post, thread } = found;
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const isNew = await insertReaction(context.db, {
      postId: post.id,
      personId: actingPerson(context) as PersonId,
      kind: input.kind,
      at: context.now,
      likeUri: input.likeUri === "" ? undefined : input.likeUri,
    });
    if (isNew) {
      context.emit({
        name: "reaction-given",
        version: 1,
        payload: { thread: thread.id, post: post.id, kind: input.kind },
      });
    }
    return accepted({ postId: post.id });
  },
});
