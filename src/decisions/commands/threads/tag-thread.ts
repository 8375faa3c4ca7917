import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { tagsIn } from "../../model/threads/tags.ts";
import { writeTags } from "../../store/threads/care.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { threadOf } from "../standing.ts";
import { mayLookAfter, type CareRefusal } from "./post-standing.ts";

type TagThreadRefusal =
  | CareRefusal
  | { readonly kind: "too-many-tags"; readonly most: number; readonly field: "tags" }
  | { readonly kind: "tag-unfit"; readonly tag: string; readonly field: "tags" };

/** Gives a thread the tags in a text, with commas between them, instead of those it had. Refuses `too-many-tags`, `tag-unfit`, and what standing refuses. */
export const tagThread = defineCommand({
  name: "decisions/tag-thread",
  input: z.object({ communityId: communityInput, threadId: idInput, tags: z.string().max(500) }),
  chain: (input) => input.communityId,
  authorise: mayLookAfter,
  async run(context, input): Promise<Result<{ readonly threadId: string }, TagThreadRefusal>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    const tags = tagsIn(input.tags);
    if ("kind" in tags) return refused({ ...tags, field: "tags" });
    await writeTags(context.db, thread, tags);
    context.emit({ name: "thread-tagged", version: 1, payload: { thread: thread.id, tags: tags.length } });
    return accepted({ threadId: thread.id });
  },
});
