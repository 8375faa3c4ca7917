import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { letGoOfFiles } from "../../../kernel/media/kept-files.ts";
import { attachmentById } from "../../store/attachments/attachments.read.ts";
import { emptyAttachment } from "../../store/attachments/attachments.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson } from "../standing.ts";
import { postOf, type CareRefusal } from "../threads/post-standing.ts";
import { digestsOf } from "./let-go.ts";

type RemoveAttachmentRefusal = CareRefusal | { readonly kind: "removal-reason-needed"; readonly field: "reason" };

/**
 * Takes a file away from a post: whoever wrote the post may, whatever became of the thread, and stewards may with a reason that stands in
 * its place. What it held is gone; that there was one stays at the post and in the log.
 *
 * Refuses `removal-reason-needed` to a steward who gives none, and `not-your-post` to everybody else.
 */
export const removeAttachment = defineCommand({
  name: "decisions/remove-attachment",
  input: z.object({
    communityId: communityInput,
    threadId: idInput,
    postId: idInput,
    attachmentId: idInput,
    /** A steward's; an author needs none. */
    reason: z.string().trim().max(1_000).default(""),
  }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<CareRefusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    const found = await postOf(context, input);
    if (found === undefined) return { kind: "not-found" };
    if (found.post.authorId === person) return undefined;
    return (await isSteward(context.db, input.communityId, person)) ? undefined : { kind: "not-your-post" };
  },
  async run(context, input): Promise<Result<{ readonly postId: string }, RemoveAttachmentRefusal>> {
    const found = await postOf(context, input);
    const file = await attachmentById(context.db, input.attachmentId);
    if (found === undefined || file?.postId !== found.post.id || file.removedAt !== undefined) {
      return refused({ kind: "not-found" });
    }
    const isOwn = found.post.authorId === actingPerson(context);
    if (!isOwn && input.reason === "") return refused({ kind: "removal-reason-needed", field: "reason" });
    await letGoOfFiles(context.db, digestsOf(file));
    await emptyAttachment(context.db, file, context.now, isOwn ? "" : input.reason);
    context.emit({
      name: "attachment-removed",
      version: 1,
      payload: { thread: found.thread.id, post: found.post.id, attachment: file.id },
    });
    return accepted({ postId: found.post.id });
  },
});
