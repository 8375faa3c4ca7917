import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId, PostId, ThreadId } from "../../model/thread.ts";
import { threadAudiences } from "../../model/thread.ts";
import { enterText } from "../../store/search/search.write.ts";
import { followByWriting } from "../../store/threads/following.write.ts";
import { insertPost, insertThread } from "../../store/threads/threads.write.ts";
import { communityInput, languageInput, textInput, titleInput } from "../inputs.ts";
import { attach, attachedInput, whyNotAttached, type AttachRefusal } from "../attachments/attach.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { namePeople } from "./name-people.ts";
import { actingPerson, mustBeMember, type StandingRefusal } from "../standing.ts";

/**
 * Opens a thread with its first post. Any member may. Who can read it is fixed from then on: what was said among members is never
 * opened to the world.
 *
 * Refuses `sign-in-needed`, `only-members`, `too-many-attachments` and `file-not-there`.
 */
export const openThread = defineCommand({
  name: "decisions/open-thread",
  input: z.object({
    communityId: communityInput,
    title: titleInput,
    text: textInput,
    language: languageInput,
    audience: z.enum(threadAudiences).default("everyone"),
    attached: attachedInput,
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly threadId: ThreadId; readonly postId: PostId }, StandingRefusal | AttachRefusal>> {
    const problem = await whyNotAttached(context, input.communityId, input.attached);
    if (problem !== undefined) return refused(problem);
    const threadId = context.ids.next<"thread">();
    const postId = context.ids.next<"post">();
    const author = actingPerson(context) as PersonId;
    await insertThread(context.db, {
      id: threadId,
      communityId: input.communityId,
      authorId: author,
      title: input.title,
      language: input.language,
      audience: input.audience,
      openedAt: context.now,
    });
    await insertPost(context.db, {
      id: postId,
      threadId,
      parentId: undefined,
      authorId: author,
      text: input.text,
      writtenAt: context.now,
      sourceUri: undefined,
    });
    const found = { communityId: input.communityId, audience: input.audience };
    await enterText(context.db, { ...found, about: threadId, kind: "thread", text: input.title });
    await enterText(context.db, { ...found, about: postId, kind: "post", text: input.text });
    await citeDecisions(context, "post", { about: postId, threadId, text: input.text });
    await followByWriting(context.db, threadId, author);
    await namePeople(context, postId, input.text);
    await attach(context, { threadId, postId }, input.attached);
    context.emit({
      name: "thread-opened",
      version: 1,
      payload: { thread: threadId, post: postId, audience: input.audience },
    });
    return accepted({ threadId, postId });
  },
});
