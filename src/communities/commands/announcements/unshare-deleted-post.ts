import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { sharesOf } from "../../store/announcements.read.ts";
import { unsharePost } from "./unshare-post.ts";

/** A post's author deleted it: no community of this server passes it on any more. */
export const unshareDeletedPost = defineCommand({
  name: "communities/unshare-deleted-post",
  input: z.object({ uri: z.url().max(2_000), byAuthor: z.url().max(2_000) }),
  chain: () => serverChain,
  authorise: async (context): Promise<AnyRefusal | undefined> =>
    context.origin.from === "federated" ? undefined : { kind: "not-found" },
  async run(context, { uri, byAuthor }): Promise<Result<{ readonly count: number }>> {
    const shares = await sharesOf(context.db, uri);
    let count = 0;
    for (const { communityId } of shares) {
      const taken = await context.execute(unsharePost, { communityId, uri, byAuthor });
      if (taken.ok) count += 1;
    }
    return accepted({ count });
  },
});
