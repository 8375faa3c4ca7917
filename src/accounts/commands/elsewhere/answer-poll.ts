import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { chosenLabels, isPollOpen, type NotAnAnswer } from "../../model/elsewhere/poll.ts";
import { limits } from "../../model/limits.ts";
import { postFor } from "../../store/elsewhere/posts.read.ts";
import { keepAnswer } from "../../store/elsewhere/said.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { withinLimits } from "../sign-in/within-limits.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";

type Refusal =
  | NoActorYet
  | NotAnAnswer
  | { readonly kind: "sign-in-needed" | "not-found" | "too-many" | "poll-closed-elsewhere" | "answered-elsewhere" };

/**
 * Answers a native poll of another server, by the places of the options. It can be done once: there is no way to tell another server
 * that a vote has changed, so what comes later goes by words or on their site.
 *
 * Refuses `choose-an-answer`, `poll-closed-elsewhere`, `answered-elsewhere` and `too-many`.
 */
export const answerPoll = defineCommand({
  name: "accounts/answer-poll",
  input: z.object({ postId: z.string(), options: z.array(z.coerce.number().int().min(0).max(1_000)).max(1_000) }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { postId, options }): Promise<Result<null, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const post = await postFor(context.db, actor.value.id, postId);
    if (post?.poll === undefined) return refused({ kind: "not-found" });
    if (post.answer !== undefined) return refused({ kind: "answered-elsewhere" });
    if (!isPollOpen(post.poll, context.now)) return refused({ kind: "poll-closed-elsewhere" });
    const chosen = chosenLabels(post.poll, options);
    if (!chosen.ok) return chosen;
    const tries = [{ limit: limits.wordsElsewhereOfPerson, of: actingPerson(context) }];
    if (!(await withinLimits(context, tries))) return refused({ kind: "too-many" });
    const id = context.ids.unordered<"answer">();
    await keepAnswer(context.db, { actor: actor.value.id, post: post.id, id, labels: chosen.value, at: context.now });
    context.emit({ name: "poll-answered-elsewhere", version: 1, payload: { actorId: actor.value.id, postId } });
    return accepted(null);
  },
});
