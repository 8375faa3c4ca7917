import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { setWallRule, settleWallPost } from "../../commands/wall/moderate-wall.ts";
import { aboutOf, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { WallPage } from "./wall-page.tsx";
import { readWallView } from "./wall-view.ts";

const done = ["show", "hide", "rule"] as const;

/** The wall of a gathering: reading it, and what its organisers do there. */
export function wallRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/wall",
    visiting(application, async (visit) => {
      const { t } = visit.c.var;
      const view = await readWallView(visit, beforeOf(visit.c));
      const act = doneKey(visit.c, done);
      const notice = act && <Notice t={t} what={t(`gatherings.wall.said.${act}`)} />;
      return visit.c.html(<WallPage view={view} form={untouchedForm(t)} notice={notice} />);
    }),
  );
  web.post(
    "/gatherings/:id/wall",
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), rule: textOf(sentForm(visit.c), "rule") };
      return carryOut(visit, setWallRule, input, actOf(visit, "rule"));
    }),
  );
  web.post(
    "/gatherings/:id/wall/:post",
    visiting(application, (visit) => {
      const act = textOf(sentForm(visit.c), "act");
      const input = { ...aboutOf(visit.gathering), postId: visit.c.req.param("post") ?? "", act };
      return carryOut(visit, settleWallPost, input, actOf(visit, act));
    }),
  );
}

function actOf(visit: GatheringVisit, act: string) {
  const path = `${gatheringPath(visit.gathering)}/wall`;
  return {
    page: path,
    onwards: () => ({ path, done: act }),
    again: async (form: FormState) => {
      const fields = { rule: form.t("gatherings.wall.rule.label") };
      const view = await readWallView(visit, undefined);
      return <WallPage view={view} form={form} notice={<RefusalSummary form={form} fields={fields} />} />;
    },
  };
}

/** From where on older posts are asked for; whatever is no instant asks for the newest. */
function beforeOf(c: PageContext): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(c.req.query("before") ?? "");
  } catch {
    return undefined;
  }
}
