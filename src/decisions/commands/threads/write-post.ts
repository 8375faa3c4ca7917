import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId, PostId } from "../../model/thread.ts";
import { postById, postBySource } from "../../store/threads/threads.read.ts";
import { enterText } from "../../store/search/search.write.ts";
import { followByWriting } from "../../store/threads/following.write.ts";
import { insertPost } from "../../store/threads/threads.write.ts";
import { saysSomething, textOrNoneInput } from "../attachments/words-or-picture.ts";
import { communityInput, idInput } from "../inputs.ts";
import {
  attach,
  attachedInput,
  elsewhereInput,
  noteAttachedElsewhere,
  whyNotAttached,
  type AttachRefusal,
} from "../attachments/attach.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { namePeople } from "./name-people.ts";
import { actingPerson, mayWrite, threadOf, type StandingRefusal } from "../standing.ts";

export type WritePostRefusal = StandingRefusal | AttachRefusal | { readonly kind: "thread-closed" };

/**
 * Adds a post to a thread: by web, or as a reply from another server, whose address is kept so that it is taken once. There a picture alone
 * can be a post; here it goes with words.
 *
 * Refuses `thread-closed`, `too-many-attachments`, `file-not-there`, and what standing refuses. A post that answers one of another thread answers the thread itself.
 */
export const writePost = defineCommand({
  name: "decisions/write-post",
  input: z
    .object({
      communityId: communityInput,
      threadId: idInput,
      /** The post it answers; empty for the thread itself. */
      parentId: z.string().max(64).default(""),
      text: textOrNoneInput,
      /** The address of the Note it came as; empty for one written here. */
      sourceUri: z.string().max(2_000).default(""),
      attached: attachedInput,
      elsewhere: elsewhereInput,
    })
    .check(saysSomething),
  chain: (input) => input.communityId,
  authorise: mayWrite,
  async run(context, input): Promise<Result<{ readonly postId: PostId }, WritePostRefusal>> {
    const thread = await threadOf(context, input);
    if (thread === undefined) return refused({ kind: "not-found" });
    if (thread.closedAt !== undefined) return refused({ kind: "thread-closed" });
    const known = input.sourceUri === "" ? undefined : await postBySource(context.db, input.sourceUri);
    if (known !== undefined) return accepted({ postId: known.id });
    const problem = await whyNotAttached(context, input.communityId, input.attached);
    if (problem !== undefined) return refused(problem);
    const parent = input.parentId === "" ? undefined : await postById(context.db, input.parentId);
    const id = context.ids.next<"post">();
    await insertPost(context.db, {
      id,
      threadId: thread.id,
      parentId: parent?.threadId === thread.id ? parent.id : undefined,
      authorId: actingPerson(context) as PersonId,
      text: input.text,
      writtenAt: context.now,
      sourceUri: input.sourceUri === "" ? undefined : input.sourceUri,
    });
    const { communityId, audience } = thread;
    await enterText(context.db, { about: id, kind: "post", communityId, audience, text: input.text });
    await citeDecisions(context, "post", { about: id, threadId: thread.id, text: input.text });
    await followByWriting(context.db, thread.id, actingPerson(context) as PersonId);
    if (input.sourceUri === "") await namePeople(context, id, input.text);
    await attach(context, { threadId: thread.id, postId: id }, input.attached);
    if (input.elsewhere.length > 0) await noteAttachedElsewhere(context, id, input.elsewhere);
    context.emit({ name: "post-written", version: 1, payload: { thread: thread.id, post: id } });
    return accepted({ postId: id });
  },
});
