import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { postByUri } from "../../store/elsewhere/posts.read.ts";
import { dropPosts } from "../../store/elsewhere/posts.write.ts";

/** Forgets a post that its author took back. */
export const forgetPost = defineCommand({
  name: "accounts/forget-post",
  input: z.object({ authorUri: z.url().max(2_000), uri: z.url().max(2_000) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { authorUri, uri }) {
    const known = await postByUri(context.db, uri);
    if (known?.authorUri === authorUri) await dropPosts(context.db, [known.id]);
    return accepted(null);
  },
});
