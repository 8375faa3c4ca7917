import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerStatement } from "../../commands/opinions/answer-statement.ts";
import { takeBackStatement } from "../../commands/opinions/take-back-statement.ts";
import { writeStatement } from "../../commands/opinions/write-statement.ts";
import { carryOut } from "../acts.ts";
import { opinionsPath } from "../addresses.ts";
import { visitingThread, type ThreadVisit } from "../visit.ts";
import { OpinionsPage } from "./opinions-page.tsx";
import { readOpinionsView } from "./opinions-view.ts";

/** The opinions of a thread: statements, answers to them, and the map. */
export function opinionRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/opinions",
    visitingThread(application, async (visit) => {
      const { c, thread } = visit;
      const view = await readOpinionsView(visit, c.req.query("statement"));
      const form = await formOrKept(c, application, `${opinionsPath(thread)}/statements`);
      return c.html(<OpinionsPage view={view} form={form} notice={<Done visit={visit} />} />);
    }),
  );
  web.get("/threads/:thread/opinions/statements", toOpinions(application));
  web.get("/threads/:thread/opinions/answers", toOpinions(application));
  web.post(
    "/threads/:thread/opinions/statements",
    visitingThread(application, (visit) => {
      const input = { ...aboutOf(visit), text: textOf(sentForm(visit.c), "text") };
      return carryOut(visit, writeStatement, input, act(visit, "written"));
    }),
  );
  web.post(
    "/threads/:thread/opinions/answers",
    visitingThread(application, (visit) => {
      const sent = sentForm(visit.c);
      const input = { ...aboutOf(visit), statementId: textOf(sent, "statement"), answer: textOf(sent, "answer") };
      return carryOut(visit, answerStatement, input, act(visit, "answered"));
    }),
  );
  web.post(
    "/threads/:thread/opinions/withdrawals",
    visitingThread(application, (visit) => {
      const input = { ...aboutOf(visit), statementId: textOf(sentForm(visit.c), "statement") };
      return carryOut(visit, takeBackStatement, input, act(visit, "taken-back"));
    }),
  );
}

/** How an act leads back to the page of opinions. */
function act(visit: ThreadVisit, done: string) {
  const path = opinionsPath(visit.thread);
  return {
    page: path,
    onwards: () => ({ path, done }),
    again: async (form: FormState) => {
      const { c } = visit;
      const labels = { text: c.var.t("decisions.opinions.field"), answer: c.var.t("decisions.opinions.answer") };
      const view = await readOpinionsView(visit, textOf(sentForm(c), "statement"));
      return <OpinionsPage view={view} form={form} notice={<RefusalSummary form={form} fields={labels} />} />;
    },
  };
}

/** Whoever follows the address of a form is led to the page that has it. */
function toOpinions(application: Application) {
  return visitingThread(application, ({ c, thread }) => c.redirect(opinionsPath(thread), 303));
}

function aboutOf({ thread }: ThreadVisit) {
  return { communityId: thread.communityId, threadId: thread.id };
}

function Done({ visit }: { readonly visit: ThreadVisit }) {
  const { t } = visit.c.var;
  const done = doneKey(visit.c, ["written", "answered", "taken-back"]);
  if (done === undefined) return null;
  return <Notice t={t} what={t(`decisions.opinions.done.${done}`)} told={t(`decisions.opinions.done-told.${done}`)} />;
}
