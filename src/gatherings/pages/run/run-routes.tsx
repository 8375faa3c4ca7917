import type { Hono } from "hono";
import { keepFormAndSignIn, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { markBlock } from "../../commands/run/mark-block.ts";
import { marks } from "../../model/run/run.ts";
import { aboutOf, carryOut, forbidden } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { RunPage } from "./run-page.tsx";
import { readRunView, type RunView } from "./run-view.ts";

/** Marking what begins and ends while an agenda runs; for those who keep it going. */
export function runRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/run`;
  web.get(
    "/gatherings/:id/run",
    visiting(application, async (visit) => {
      if (visit.standing.personId === undefined) return signInFirst(visit.c);
      const view = await readRunView(visit);
      if (view === undefined) return forbidden(visit.c, "not-a-runner");
      return visit.c.html(page(view, untouchedForm(visit.c.var.t)));
    }),
  );
  web.post(
    "/gatherings/:id/run/:block",
    visiting(application, async (visit) => {
      const { c } = visit;
      if (visit.standing.personId === undefined) return keepFormAndSignIn(c, application, path(visit));
      const view = await readRunView(visit);
      const blockId = c.req.param("block") ?? "";
      if (view === undefined || !view.marks.has(blockId)) return forbidden(c, "not-a-runner");
      const mark = textOf(sentForm(c), "mark");
      return carryOut(
        visit,
        markBlock,
        { ...aboutOf(visit.gathering), blockId, mark },
        {
          page: path(visit),
          onwards: () => ({ path: path(visit), done: mark }),
          again: (form) => page(view, form),
        },
      );
    }),
  );
}

function page(view: RunView, form: FormState) {
  const { c } = view.timed.visit;
  const { t } = c.var;
  const done = doneKey(c, marks);
  const notice =
    done === undefined ? (
      <RefusalSummary form={form} fields={{}} />
    ) : (
      <Notice t={t} what={t(`gatherings.run.done.${done}`)} />
    );
  return <RunPage view={view} notice={notice} />;
}
