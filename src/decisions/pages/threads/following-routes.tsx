import type { Hono } from "hono";
import { signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { followThread } from "../../commands/threads/follow-thread.ts";
import { followLevelOf } from "../../store/threads/following.read.ts";
import { carryOut } from "../acts.ts";
import { threadPath } from "../addresses.ts";
import { visitingThread, type ThreadVisit } from "../visit.ts";
import { FollowingPage } from "./following-page.tsx";

/** What a reader hears of a thread. */
export function followingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/following",
    visitingThread(application, async (visit) => {
      const { c } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      return c.html(await followingPage(visit, untouchedForm(c.var.t)));
    }),
  );
  web.post(
    "/threads/:thread/following",
    visitingThread(application, (visit) => {
      const { c, thread } = visit;
      const level = textOf(sentForm(c), "level") as "all";
      const input = { communityId: thread.communityId, threadId: thread.id, level };
      return carryOut(visit, followThread, input, {
        page: `${threadPath(thread)}/following`,
        onwards: () => ({ path: threadPath(thread), done: "thread-followed" }),
        again: (form) => followingPage(visit, form),
      });
    }),
  );
}

async function followingPage(visit: ThreadVisit, form: FormState) {
  const { application, thread, personId } = visit;
  const level = personId === undefined ? undefined : await followLevelOf(application.read, thread.id, personId);
  return <FollowingPage visit={visit} level={level} form={form} />;
}
