import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { turnThread } from "../../store/threads/care.write.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { actingPerson, threadOf } from "../standing.ts";
import { mayLookAfter, type CareRefusal } from "./post-standing.ts";

/**
 * Closes a thread with a reason: nobody writes in it or puts proposals in it any more; proposals that are open go on. Whoever opened it
 * and stewards may. Refuses `thread-closed`, and what standing refuses.
 */
export const closeThread = defineCommand({
  name: "decisions/close-thread",
  input: z.object({ communityId: communityInput, threadId: idInput, reason: careReasonInput }),
  chain: (input) => input.communityId,
  authorise: mayLookAfter,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly threadId: string }, CareRefusal | { readonly kind: "thread-closed" }>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const personId = actingPerson(context) as PersonId;
    await turnThread(context.db, thread.id, { what: "closed", personId, reason: input.reason, at: context.now });
    context.emit({ name: "thread-closed", version: 1, payload: { thread: thread.id } });
    return accepted({ threadId: thread.id });
  },
});
