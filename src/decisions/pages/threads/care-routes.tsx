import type { Hono } from "hono";
import { forbidden, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { closeThread } from "../../commands/threads/close-thread.ts";
import { pinThread } from "../../commands/threads/pin-thread.ts";
import { reopenThread } from "../../commands/threads/reopen-thread.ts";
import { tagThread } from "../../commands/threads/tag-thread.ts";
import { tagsOf } from "../../store/threads/care.read.ts";
import { carryOut } from "../acts.ts";
import { threadPath } from "../addresses.ts";
import { visitingThread, type ThreadVisit } from "../visit.ts";
import { CarePage } from "./care-page.tsx";

/** Looking after a thread: its tags, its pin, closing and reopening it. */
export function careRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/care",
    visitingThread(application, async (visit) => {
      const { c } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      if (!looksAfter(visit)) return forbidden(c, "not-the-opener");
      return c.html(await carePage(visit, untouchedForm(c.var.t)));
    }),
  );
  web.post(
    "/threads/:thread/tags",
    visitingThread(application, (visit) => {
      const input = { ...about(visit), tags: textOf(sentForm(visit.c), "tags") };
      return carryOut(visit, tagThread, input, leading(visit, "thread-tagged"));
    }),
  );
  web.post(
    "/threads/:thread/pin",
    visitingThread(application, (visit) => {
      const pinned = textOf(sentForm(visit.c), "pinned") === "yes";
      const done = pinned ? "thread-pinned" : "thread-unpinned";
      return carryOut(visit, pinThread, { ...about(visit), pinned }, leading(visit, done));
    }),
  );
  web.post(
    "/threads/:thread/closure",
    visitingThread(application, (visit) => {
      const input = { ...about(visit), reason: textOf(sentForm(visit.c), "reason") };
      return carryOut(visit, closeThread, input, leading(visit, "thread-closed"));
    }),
  );
  web.post(
    "/threads/:thread/reopening",
    visitingThread(application, (visit) => {
      const input = { ...about(visit), reason: textOf(sentForm(visit.c), "reason") };
      return carryOut(visit, reopenThread, input, leading(visit, "thread-reopened"));
    }),
  );
}

/** Whether this reader is shown what looks after a thread. */
export function looksAfter({ thread, personId, isMember, isSteward }: ThreadVisit): boolean {
  return isSteward || (isMember && personId === thread.authorId);
}

function about({ thread }: ThreadVisit) {
  return { communityId: thread.communityId, threadId: thread.id };
}

function leading(visit: ThreadVisit, done: string) {
  const path = threadPath(visit.thread);
  return {
    page: `${path}/care`,
    onwards: () => ({ path, done }),
    again: (form: FormState) => carePage(visit, form),
  };
}

async function carePage(visit: ThreadVisit, form: FormState) {
  const tags = await tagsOf(visit.application.read, [visit.thread.id]);
  return <CarePage visit={visit} tags={tags.get(visit.thread.id) ?? []} form={form} />;
}
