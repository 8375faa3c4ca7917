import type { Hono } from "hono";
import { forbidden, formOrKept, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { editPost } from "../../commands/threads/edit-post.ts";
import { removePost } from "../../commands/threads/remove-post.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { carryOut } from "../acts.ts";
import { postPath } from "../addresses.ts";
import { visitingPost, type PostVisit } from "../visit.ts";
import { EditPage } from "./edit-page.tsx";
import { RemovalPage } from "./removal-page.tsx";
import { showVersions } from "./versions-page.tsx";

/** What is done with one post: editing it, reading what it was, taking it back, removing it. */
export function postRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/posts/:post/edit",
    visitingPost(application, async (visit) => {
      const { c, post } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      if (visit.personId !== post.authorId) return forbidden(c, "not-your-post");
      const form = await formOrKept(c, application, `${postPath(post)}/versions`);
      return c.html(<EditPage visit={visit} form={form} />);
    }),
  );
  web.get("/posts/:post/versions", visitingPost(application, showVersions));
  web.post(
    "/posts/:post/versions",
    visitingPost(application, (visit) => {
      const input = { ...about(visit), text: textOf(sentForm(visit.c), "text") };
      return carryOut(visit, editPost, input, {
        page: `${postPath(visit.post)}/edit`,
        onwards: () => ({ path: postPath(visit.post), done: "post-edited" }),
        again: (form) => <EditPage visit={visit} form={form} />,
      });
    }),
  );
  web.post(
    "/posts/:post/taking-back",
    visitingPost(application, (visit) =>
      carryOut(visit, takeBackPost, about(visit), {
        page: `${postPath(visit.post)}/edit`,
        onwards: () => ({ path: postPath(visit.post), done: "post-taken-back" }),
        again: (form) => <EditPage visit={visit} form={form} />,
      }),
    ),
  );
  web.get(
    "/posts/:post/removal",
    visitingPost(application, async (visit) => {
      const { c, post } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      if (!visit.isSteward) return forbidden(c, "only-stewards");
      const form = await formOrKept(c, application, `${postPath(post)}/removal`);
      return c.html(<RemovalPage visit={visit} form={form} />);
    }),
  );
  web.post(
    "/posts/:post/removal",
    visitingPost(application, (visit) => {
      const input = { ...about(visit), reason: textOf(sentForm(visit.c), "reason") };
      return carryOut(visit, removePost, input, {
        page: `${postPath(visit.post)}/removal`,
        onwards: () => ({ path: postPath(visit.post), done: "post-removed" }),
        again: (form) => <RemovalPage visit={visit} form={form} />,
      });
    }),
  );
}

function about({ thread, post }: PostVisit) {
  return { communityId: thread.communityId, threadId: thread.id, postId: post.id };
}
