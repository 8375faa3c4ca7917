import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { threadAudiences } from "../../model/thread.ts";
import { mostPinned, pinnedThreads } from "../../store/threads/care.read.ts";
import { writePin } from "../../store/threads/care.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { threadOf } from "../standing.ts";
import { mustBeSteward, type CareRefusal } from "./post-standing.ts";

/** Keeps a thread on top of its community's list, or no longer. Stewards may. Refuses `too-many-pinned`, and what standing refuses. */
export const pinThread = defineCommand({
  name: "decisions/pin-thread",
  input: z.object({ communityId: communityInput, threadId: idInput, pinned: z.boolean() }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(
    context,
    input,
  ): Promise<
    Result<{ readonly threadId: string }, CareRefusal | { readonly kind: "too-many-pinned"; readonly most: number }>
  > {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if ((thread.pinnedAt !== undefined) === input.pinned) return accepted({ threadId: thread.id });
    const pinned = input.pinned ? await pinnedThreads(context.db, thread.communityId, threadAudiences) : [];
    if (pinned.length >= mostPinned) return refused({ kind: "too-many-pinned", most: mostPinned });
    await writePin(context.db, thread.id, input.pinned ? context.now : undefined);
    context.emit({
      name: input.pinned ? "thread-pinned" : "thread-unpinned",
      version: 1,
      payload: { thread: thread.id },
    });
    return accepted({ threadId: thread.id });
  },
});
