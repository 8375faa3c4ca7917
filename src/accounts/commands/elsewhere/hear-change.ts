import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { offersTheSame } from "../../model/elsewhere/poll.ts";
import { postByUri } from "../../store/elsewhere/posts.read.ts";
import { changePost, dropAnswersTo } from "../../store/elsewhere/posts.write.ts";
import { contentOf, postInput } from "./post-input.ts";

/**
 * Takes over what an author now says in a post that is kept here: an edit, or the counts and the end of a poll. A poll that offers
 * something else has forgotten all votes at its author's, and can be answered anew.
 */
export const hearChange = defineCommand({
  name: "accounts/hear-change",
  input: z.object({ authorUri: z.url().max(2_000), post: postInput, isEdit: z.boolean() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { authorUri, post, isEdit }) {
    const known = await postByUri(context.db, post.uri);
    if (known?.authorUri !== authorUri) return accepted(null);
    const content = contentOf(post);
    if (!offersTheSame(known.poll ?? null, content.poll)) await dropAnswersTo(context.db, known.id);
    await changePost(context.db, known.id, content, isEdit ? context.now : undefined);
    return accepted(null);
  },
});
