import { z } from "zod";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { letGoOfFiles } from "../../../kernel/media/kept-files.ts";
import { mostEverOfPost, mostOfPost } from "../../model/attachments/attachments.ts";
import { attachmentsOf, type Attachment } from "../../store/attachments/attachments.read.ts";
import { emptyAttachment } from "../../store/attachments/attachments.write.ts";
import { writeAttachmentEdit } from "../../store/attachments/edits.write.ts";
import { idInput } from "../inputs.ts";
import { attach, attachedInput, whyNotAttached, type AttachRefusal } from "./attach.ts";
import { digestsOf } from "./let-go.ts";

/** What an edit of a post does to its files: those brought that go with it from now on, and those taken away, by their ids. */
export const editedFilesInput = { attached: attachedInput, removed: z.array(idInput).max(mostEverOfPost).default([]) };

export type EditFilesRefusal = AttachRefusal | { readonly kind: "too-many-attachments-ever"; readonly most: number };

interface EditedFiles {
  readonly attached: z.output<typeof attachedInput>;
  readonly removed: readonly string[];
}

/** Whether an edit changes anything about the files of its post. */
export function changesFiles({ attached, removed }: EditedFiles): boolean {
  return attached.length + removed.length > 0;
}

/** Why these files cannot be added to a post, or taken away from it; undefined when they can. */
export async function whyNotEdited(
  context: CommandContext,
  about: { readonly communityId: string; readonly postId: string },
  { attached, removed }: EditedFiles,
): Promise<EditFilesRefusal | undefined> {
  const files = await filesOf(context, about.postId);
  const standing = files.filter(({ removedAt }) => removedAt === undefined);
  if (!removed.every((id) => standing.some((file) => file.id === id))) return { kind: "file-not-there" };
  const problem = await whyNotAttached(context, about.communityId, attached);
  if (problem !== undefined) return problem;
  if (standing.length - new Set(removed).size + attached.length > mostOfPost) {
    return { kind: "too-many-attachments", most: mostOfPost };
  }
  const isTooMany = attached.length > 0 && files.length + attached.length > mostEverOfPost;
  return isTooMany ? { kind: "too-many-attachments-ever", most: mostEverOfPost } : undefined;
}

/** Adds files to a post and takes others away, once it is sure that it can be, and notes in which version. */
export async function editFiles(
  context: CommandContext,
  about: { readonly threadId: string; readonly postId: string; readonly version: number },
  { attached, removed }: EditedFiles,
): Promise<void> {
  const { threadId, postId, version } = about;
  const files = await filesOf(context, postId);
  for (const file of files.filter(({ id }) => removed.includes(id))) {
    await letGoOfFiles(context.db, digestsOf(file));
    await emptyAttachment(context.db, file, context.now, "");
    await writeAttachmentEdit(context.db, { attachmentId: file.id, postId, version }, "removed");
    const payload = { thread: threadId, post: postId, attachment: file.id };
    context.emit({ name: "attachment-removed", version: 1, payload });
  }
  await attach(context, { threadId, postId }, attached, files.length);
  for (const { id } of attached) {
    await writeAttachmentEdit(context.db, { attachmentId: id, postId, version }, "added");
  }
}

async function filesOf({ db }: CommandContext, postId: string): Promise<readonly Attachment[]> {
  return (await attachmentsOf(db, [postId])).get(postId) ?? [];
}
