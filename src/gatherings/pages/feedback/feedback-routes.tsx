import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { giveFeedback } from "../../commands/feedback/give-feedback.ts";
import { hideFeedback } from "../../commands/feedback/hide-feedback.ts";
import { takesFeedback, type Feedback } from "../../model/feedback/feedback.ts";
import { feedbackBy, feedbackOf } from "../../store/feedback/feedback.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { aboutOf, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visitingAsReader } from "../notes/notes-view.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { FeedbackPage } from "./feedback-page.tsx";
import { HidingPage } from "./hiding-page.tsx";

/** What people say of a gathering, and what organisers hide of it. */
export function feedbackRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/feedback`;
  web.get(
    "/gatherings/:id/feedback",
    visitingAsReader(application, async (visit) =>
      visit.c.html(await page(visit, await formOrKept(visit.c, application, path(visit)))),
    ),
  );
  web.post(
    "/gatherings/:id/feedback",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const input = { ...aboutOf(visit.gathering), plus: textOf(sent, "plus"), delta: textOf(sent, "delta") };
      return carryOut(visit, giveFeedback, input, {
        page: path(visit),
        onwards: () => ({ path: path(visit), done: "given" }),
        again: (form) => page(visit, form),
      });
    }),
  );
  hidingRoutes(web, application);
}

function hidingRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/feedback/:feedback/hiding";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const one = await asked(visit);
      if (one === undefined) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<HidingPage visit={visit} one={one} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, async (visit) => {
      const one = await asked(visit);
      if (one === undefined) return showNotFound(visit.c);
      const reason = textOf(sentForm(visit.c), "reason");
      return carryOut(
        visit,
        hideFeedback,
        { ...aboutOf(visit.gathering), feedbackId: one.id, reason },
        {
          page: visit.c.req.path,
          onwards: () => ({ path: `${gatheringPath(visit.gathering)}/feedback`, done: "hidden" }),
          again: (form) => <HidingPage visit={visit} one={one} form={form} />,
        },
      );
    }),
  );
}

async function page(visit: GatheringVisit, form: FormState) {
  const { application, gathering, standing, c } = visit;
  const { read } = application;
  const { t } = form;
  const { personId } = standing;
  const sessions = (await sessionsOf(read, gathering.id)).filter(({ cancelledAt }) => cancelledAt === undefined);
  const done = c.req.method === "GET" ? doneKey(c, ["given", "hidden"]) : undefined;
  const labels = { plus: t("gatherings.feedback.plus"), delta: t("gatherings.feedback.delta") };
  return (
    <FeedbackPage
      visit={visit}
      isOpen={takesFeedback(gathering.state, sessions[0]?.startsAt, c.var.frame.now)}
      own={personId === undefined ? { plus: "", delta: "" } : await feedbackBy(read, gathering.id, personId)}
      all={await feedbackOf(read, gathering.id)}
      form={form}
      notice={
        done === undefined ? (
          <RefusalSummary form={form} fields={labels} />
        ) : (
          <Notice
            t={t}
            what={t(`gatherings.feedback.done.${done}`)}
            told={t(`gatherings.feedback.done-told.${done}`)}
          />
        )
      }
    />
  );
}

async function asked({ c, application, gathering }: GatheringVisit): Promise<Feedback | undefined> {
  const all = await feedbackOf(application.read, gathering.id);
  return all.find(({ id, hiddenReason }) => id === c.req.param("feedback") && hiddenReason === undefined);
}
