import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { react } from "../../commands/threads/react.ts";
import { takeBackReaction } from "../../commands/threads/take-back-reaction.ts";
import { carryOut } from "../acts.ts";
import { postPath } from "../addresses.ts";
import { visitingPost } from "../visit.ts";
import { reactionsPage } from "./reactions-page.tsx";

/** Who reacted to a post, and reacting oneself. */
export function reactionRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/posts/:post/reactions",
    visitingPost(application, async (visit) => visit.c.html(await reactionsPage(visit))),
  );
  web.post(
    "/posts/:post/reactions",
    visitingPost(application, (visit) => {
      const { c, thread, post } = visit;
      const sent = sentForm(c);
      const back = textOf(sent, "back");
      const about = { communityId: thread.communityId, threadId: thread.id, postId: post.id };
      const input = { ...about, kind: (back === "" ? textOf(sent, "kind") : back) as "seen" };
      return carryOut(visit, back === "" ? react : takeBackReaction, input, {
        page: `${postPath(post)}/reactions`,
        onwards: () => ({ path: postPath(post), done: back === "" ? "reacted" : "reaction-taken-back" }),
        again: () => reactionsPage(visit),
      });
    }),
  );
}
