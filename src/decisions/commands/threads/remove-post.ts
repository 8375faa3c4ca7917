import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { letGoOfAllAt } from "../attachments/let-go.ts";
import { emptyPost } from "../../store/threads/care.write.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { mustBeSteward, postOf, type CareRefusal } from "./post-standing.ts";

/**
 * A steward removes a post, with a reason that stands in its place. Its text and every version of it are gone; that it was removed, and by
 * whom, stays in the log.
 */
export const removePost = defineCommand({
  name: "decisions/remove-post",
  input: z.object({ communityId: communityInput, threadId: idInput, postId: idInput, reason: careReasonInput }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(context, input): Promise<Result<{ readonly postId: string }, CareRefusal>> {
    const found = await postOf(context, input);
    if (found === undefined) return refused({ kind: "not-found" });
    await emptyPost(context.db, found.post.id, context.now, input.reason);
    await letGoOfAllAt(context.db, found.post.id);
    context.emit({ name: "post-removed", version: 1, payload: { thread: found.thread.id, post: found.post.id } });
    return accepted({ postId: found.post.id });
  },
});
