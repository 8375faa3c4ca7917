import type { Hono } from "hono";
import { byKind, forbidden, formOrKept, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { editPost } from "../../commands/threads/edit-post.ts";
import { removePost } from "../../commands/threads/remove-post.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { attachmentsOf } from "../../store/attachments/attachments.read.ts";
import { carryOut } from "../acts.ts";
import { postPath } from "../addresses.ts";
import { aboutFiles, takeBrought } from "../attachments/brought-files.ts";
import { visitingPost, type PostVisit } from "../visit.ts";
import { EditPage } from "./edit-page.tsx";
import { RemovalPage } from "./removal-page.tsx";
import { unsentOf } from "./thread-view.ts";
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
      return c.html(await editPage(visit, form));
    }),
  );
  web.get("/posts/:post/versions", visitingPost(application, showVersions));
  web.post(
    "/posts/:post/versions",
    visitingPost(application, async (visit) => {
      const again = (form: FormState) => editPage(visit, form);
      const isOwn = visit.personId === visit.post.authorId;
      const attached = isOwn ? await takeBrought(visit, { threadId: visit.thread.id, again }) : [];
      if (attached instanceof Response) return attached;
      const sent = sentForm(visit.c);
      const files = { attached, removed: [...textsOf(sent, "removed")] };
      const input = { ...about(visit), text: textOf(sent, "text"), ...files };
      return carryOut(visit, editPost, input, {
        page: `${postPath(visit.post)}/edit`,
        onwards: () => ({ path: postPath(visit.post), done: "post-edited" }),
        fieldFor: byKind(aboutFiles),
        again,
      });
    }),
  );
  web.post(
    "/posts/:post/taking-back",
    visitingPost(application, (visit) =>
      carryOut(visit, takeBackPost, about(visit), {
        page: `${postPath(visit.post)}/edit`,
        onwards: () => ({ path: postPath(visit.post), done: "post-taken-back" }),
        again: (form) => editPage(visit, form),
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

async function editPage(visit: PostVisit, form: FormState) {
  const { application, post, personId } = visit;
  const all = (await attachmentsOf(application.read, [post.id])).get(post.id) ?? [];
  const carried = all.filter(({ removedAt }) => removedAt === undefined);
  const unsent = personId === post.authorId ? await unsentOf(visit) : [];
  return <EditPage visit={visit} form={form} files={{ carried, unsent }} />;
}

function about({ thread, post }: PostVisit) {
  return { communityId: thread.communityId, threadId: thread.id, postId: post.id };
}
