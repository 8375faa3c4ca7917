import type { Hono } from "hono";
import { byKind, forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { postById, threadById } from "../../store/threads/threads.read.ts";
import { carryOut } from "../acts.ts";
import { aboutFiles, takeBrought } from "../attachments/brought-files.ts";
import { postAnchor, threadPath, threadsPath } from "../addresses.ts";
import { visitingCommunity, visitingThread, type CommunityVisit } from "../visit.ts";
import { OpeningPage } from "./opening-page.tsx";
import { ThreadPage } from "./thread-page.tsx";
import { postsPerPage, readThreadView, unsentOf, type ThreadView } from "./thread-view.ts";
import { showThreads } from "./threads-page.tsx";

/** What the page of a thread may be told was just done. */
const doneInThread = [
  "opened",
  "written",
  "post-edited",
  "post-taken-back",
  "post-removed",
  "attachment-removed",
  "reacted",
  "reaction-taken-back",
  "thread-followed",
  "thread-tagged",
  "thread-pinned",
  "thread-unpinned",
  "thread-closed",
  "thread-reopened",
] as const;

/** A community's threads, opening one, reading one and writing in it. */
export function threadRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/communities/:handle/threads", visitingCommunity(application, showThreads));
  web.get(
    "/communities/:handle/threads/new",
    visitingCommunity(application, async (visit) => {
      const { c, community } = visit;
      if (visit.personId !== undefined && !visit.isMember) return forbidden(c, "only-members");
      return c.html(await openingPage(visit, await formOrKept(c, application, threadsPath(community))));
    }),
  );
  web.post(
    "/communities/:handle/threads",
    visitingCommunity(application, async (visit) => {
      const again = (form: FormState) => openingPage(visit, form);
      const attached = await takeBrought(visit, { threadId: "", again });
      if (attached instanceof Response) return attached;
      const sent = sentForm(visit.c);
      const input = {
        communityId: visit.community.id,
        title: textOf(sent, "title"),
        text: textOf(sent, "text"),
        language: textOf(sent, "language"),
        audience: textOf(sent, "audience") as "everyone",
        attached,
      };
      return carryOut(visit, openThread, input, {
        page: `${threadsPath(visit.community)}/new`,
        onwards: ({ threadId }) => ({ path: `/threads/${threadId}`, done: "opened" }),
        fieldFor: byKind(aboutFiles),
        again,
      });
    }),
  );
  web.get(
    "/threads/:thread",
    visitingThread(application, async (visit) => {
      const view = await readThreadView(visit);
      const form = await formOrKept(visit.c, application, `${threadPath(visit.thread)}/posts`);
      return visit.c.html(<ThreadPage view={view} form={form} notice={<Done view={view} />} />);
    }),
  );
  web.post(
    "/threads/:thread/posts",
    visitingThread(application, async (visit) => {
      const { c, thread } = visit;
      const again = async (form: FormState) => {
        const labels = { text: c.var.t("decisions.field.post"), file: c.var.t("decisions.field.file") };
        const view = await readThreadView(visit);
        return <ThreadPage view={view} form={form} notice={<RefusalSummary form={form} fields={labels} />} />;
      };
      const attached = await takeBrought(visit, { threadId: thread.id, again });
      if (attached instanceof Response) return attached;
      const sent = sentForm(c);
      const about = { communityId: thread.communityId, threadId: thread.id };
      const input = { ...about, parentId: textOf(sent, "parent"), text: textOf(sent, "text"), attached };
      return carryOut(visit, writePost, input, {
        page: threadPath(thread),
        onwards: ({ postId }) => ({ path: `/posts/${postId}`, done: "written" }),
        fieldFor: byKind(aboutFiles),
        again,
      });
    }),
  );
  web.get("/posts/:post", async (c) => {
    const post = await postById(application.read, c.req.param("post"));
    const thread = post === undefined ? undefined : await threadById(application.read, post.threadId);
    if (post === undefined || thread === undefined) return showNotFound(c);
    const done = doneKey(c, doneInThread);
    const from = Math.floor(post.place / postsPerPage) * postsPerPage;
    const query = new URLSearchParams({
      ...(from > 0 && { from: String(from) }),
      ...(done !== undefined && { done }),
    });
    return c.redirect(`${threadPath(thread)}${query.size > 0 ? `?${query.toString()}` : ""}#${postAnchor(post)}`, 303);
  });
}

async function openingPage(visit: CommunityVisit, form: FormState) {
  return <OpeningPage visit={visit} form={form} unsent={await unsentOf(visit)} />;
}

function Done({ view }: { readonly view: ThreadView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, doneInThread);
  if (done === undefined) return null;
  return <Notice t={t} what={t(`decisions.done.${done}`)} told={t(`decisions.done-told.${done}`)} />;
}
