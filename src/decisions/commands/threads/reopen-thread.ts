import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { turnThread } from "../../store/threads/care.write.ts";
import { careReasonInput, communityInput, idInput } from "../inputs.ts";
import { actingPerson, threadOf } from "../standing.ts";
import { mayLookAfter, type CareRefusal } from "./post-standing.ts";

/** Reopens a thread with a reason; that it was closed stays on record. Refuses `thread-open`, and what standing refuses. */
export const reopenThread = defineCommand({
  name: "decisions/reopen-thread",
  input: z.object({ communityId: communityInput, threadId: idInput, reason: careReasonInput }),
  chain: (input) => input.communityId,
  authorise: mayLookAfter,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly threadId: string }, CareRefusal | { readonly kind: "thread-open" }>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt === undefined) return refused({ kind: "thread-open" });
    const personId = actingPerson(context) as PersonId;
    await turnThread(context.db, thread.id, { what: "reopened", personId, reason: input.reason, at: context.now });
    context.emit({ name: "thread-reopened", version: 1, payload: { thread: thread.id } });
    return accepted({ threadId: thread.id });
  },
});
