import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { letGoOfAllAt } from "../attachments/let-go.ts";
import { emptyPost } from "../../store/threads/care.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mustBeWriter, postOf, type CareRefusal } from "./post-standing.ts";

/**
 * Takes a post back: its text and every version of it are gone, what answers it stays. Its author may, whatever became of the thread
 * or of their standing: what one said oneself one may unsay.
 */
export const takeBackPost = defineCommand({
  name: "decisions/take-back-post",
  input: z.object({ communityId: communityInput, threadId: idInput, postId: idInput }),
  chain: (input) => input.communityId,
  authorise: mustBeWriter,
  async run(context, input): Promise<Result<{ readonly postId: string }, CareRefusal>> {
    const found = await postOf(context, input);
    if (found === undefined) return refused({ kind: "not-found" });
    await emptyPost(context.db, found.post.id, context.now, "");
    await letGoOfAllAt(context.db, found.post.id);
    context.emit({ name: "post-taken-back", version: 1, payload: { thread: found.thread.id, post: found.post.id } });
    return accepted({ postId: found.post.id });
  },
});
