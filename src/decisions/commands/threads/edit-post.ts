import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostEdits } from "../../model/thread.ts";
import { replaceText } from "../../store/threads/care.write.ts";
import { elsewhereInput, noteAttachedElsewhere } from "../attachments/attach.ts";
import {
  changesFiles,
  editedFilesInput,
  editFiles,
  whyNotEdited,
  type EditFilesRefusal,
} from "../attachments/edit-attached.ts";
import { saysSomething, textOrNoneInput } from "../attachments/words-or-picture.ts";
import { communityInput, idInput } from "../inputs.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { mayWrite } from "../standing.ts";
import { mustBeWriter, postOf, type CareRefusal } from "./post-standing.ts";

type EditPostRefusal =
  | CareRefusal
  | { readonly kind: "thread-closed" }
  | { readonly kind: "lives-elsewhere" }
  | { readonly kind: "too-many-edits"; readonly most: number }
  | EditFilesRefusal;

/**
 * Changes the text of a post and what it carries; what stood there before stays readable as a version, and which files came and went with
 * it. Its author may, while the thread is open.
 *
 * A post that came from another server is edited there, and what that server says of it arrives as this command. Refuses `thread-closed`,
 * `lives-elsewhere`, `too-many-edits`, what files of a post refuse, and what standing refuses. The same again changes nothing.
 */
export const editPost = defineCommand({
  name: "decisions/edit-post",
  input: z
    .object({
      communityId: communityInput,
      threadId: idInput,
      postId: idInput,
      text: textOrNoneInput,
      elsewhere: elsewhereInput,
      ...editedFilesInput,
    })
    .check(saysSomething),
  chain: (input) => input.communityId,
  authorise: async (context, input) => (await mustBeWriter(context, input)) ?? mayWrite(context, input),
  async run(context, input): Promise<Result<{ readonly postId: string }, EditPostRefusal>> {
    const found = await postOf(context, input);
    if (found === undefined) return refused({ kind: "not-found" });
    const { post, thread } = found;
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    if (post.sourceUri !== undefined && context.origin.from !== "federated")
      return refused({ kind: "lives-elsewhere" });
    if (post.sourceUri !== undefined) await noteAttachedElsewhere(context, post.id, input.elsewhere);
    if (post.text === input.text && !changesFiles(input)) return accepted({ postId: post.id });
    if (post.version > mostEdits) return refused({ kind: "too-many-edits", most: mostEdits });
    const problem = await whyNotEdited(context, { communityId: thread.communityId, postId: post.id }, input);
    if (problem !== undefined) return refused(problem);
    await replaceText(context.db, post, input.text, context.now);
    await editFiles(context, { threadId: thread.id, postId: post.id, version: post.version + 1 }, input);
    await citeDecisions(context, "post", { about: post.id, threadId: thread.id, text: input.text });
    context.emit({
      name: "post-edited",
      version: 1,
      payload: { thread: thread.id, post: post.id, version: post.version + 1 },
    });
    return accepted({ postId: post.id });
  },
});
