import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { reactionKinds } from "../../model/threads/reactions.ts";
import type { PersonId } from "../../model/thread.ts";
import { deleteReaction } from "../../store/threads/voices.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { postOf } from "./post-standing.ts";

/** Takes one's own reaction away, whatever became of one's standing; where there is none, nothing changes. */
export const takeBackReaction = defineCommand({
  name: "decisions/take-back-reaction",
  input: z.object({ communityId: communityInput, threadId: idInput, postId: idInput, kind: z.enum(reactionKinds) }),
  chain: (input) => input.communityId,
  authorise: async (context): Promise<StandingRefusal | undefined> =>
    actingPerson(context) === undefined ? { kind: "sign-in-needed" } : undefined,
  async run(context, input): Promise<Result<{ readonly postId: string }, StandingRefusal>> {
    const found = await postOf(context, input);
    if (found === undefined) return refused({ kind: "not-found" });
    const { post, thread } = found;
    if (await deleteReaction(context.db, post.id, actingPerson(context) as PersonId, input.kind)) {
      context.emit({
        name: "reaction-taken-back",
        version: 1,
        payload: { thread: thread.id, post: post.id, kind: input.kind },
      });
    }
    return accepted({ postId: post.id });
  },
});
