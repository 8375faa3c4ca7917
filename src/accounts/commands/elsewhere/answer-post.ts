import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { contactById } from "../../store/elsewhere/contacts.read.ts";
import { postFor } from "../../store/elsewhere/posts.read.ts";
import { onlyPeople } from "../acting-person.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";
import { say, wordsField, type NotSaid } from "./say.ts";

type Refusal = NoActorYet | NotSaid | { readonly kind: "sign-in-needed" | "not-found" };

/** Answers a post of another server in words, to its author alone. Refuses `not-found`, `too-many` and `contact-host-blocked`. */
export const answerPost = defineCommand({
  name: "accounts/answer-post",
  input: z.object({ postId: z.string(), text: wordsField }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { postId, text }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const post = await postFor(context.db, actor.value.id, postId);
    const contact = post && (await contactById(context.db, actor.value.id, post.contactId));
    // What was passed on is another's post; nothing here says who that is.
    if (contact === undefined || post?.kind === "share") return refused({ kind: "not-found" });
    const said = await say(context, actor.value.id, contact, { text, inReplyTo: post?.uri ?? null });
    return said.ok ? accepted(null) : said;
  },
});
