import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { untouchedForm } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { announceAgain } from "../../commands/series/announce-again.ts";
import { answerSeries } from "../../commands/series/answer-series.ts";
import { endSeries } from "../../commands/series/end-series.ts";
import { leaveOutDate } from "../../commands/series/leave-out-date.ts";
import { makeSeries } from "../../commands/series/make-series.ts";
import { rhythmsFrom, ruleOf } from "../../model/series/rule-shape.ts";
import type { Series } from "../../model/series/series.ts";
import type { SessionTime } from "../../model/session.ts";
import { seriesOfGathering } from "../../store/series/series.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { aboutOf, byKind, carryOut, missing, type Act } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { freeHandle } from "../announcing/free-handle.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { AgainPage } from "./again-page.tsx";
import { MakingPage } from "./making-page.tsx";
import { SeriesPage } from "./series-page.tsx";
import { readSeriesView } from "./series-view.ts";

/** Series: making one, its dates, answering for all of them; and the next gathering without a rule. */
export function seriesRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/gatherings/:id/series", visiting(application, showSeries));
  web.post("/gatherings/:id/series", visiting(application, make));
  actRoutes(web, application);
  againRoutes(web, application);
}

function actRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/series/answer",
    visiting(application, (visit) =>
      withSeries(visit, async (series, act) => {
        const answer = textOf(sentForm(visit.c), "answer") as "going";
        const input = { communityId: series.communityId, seriesId: series.id, answer };
        return carryOut(visit, answerSeries, input, act("answered"));
      }),
    ),
  );
  web.post(
    "/gatherings/:id/series/left-out",
    visiting(application, (visit) =>
      withSeries(visit, async (series, act) => {
        const sent = sentForm(visit.c);
        const said = { date: textOf(sent, "date"), reason: textOf(sent, "reason") };
        const input = { communityId: series.communityId, seriesId: series.id, ...said };
        const fieldFor = byKind({ "no-date-of-series": "date", "date-announced": "date" });
        return carryOut(visit, leaveOutDate, input, { ...act("left-out"), fieldFor });
      }),
    ),
  );
  web.post(
    "/gatherings/:id/series/end",
    visiting(application, (visit) =>
      withSeries(visit, async (series, act) =>
        carryOut(visit, endSeries, { communityId: series.communityId, seriesId: series.id }, act("ended")),
      ),
    ),
  );
}

function againRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/again";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<AgainPage visit={visit} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, async (visit) => {
      const sent = sentForm(visit.c);
      const [title, typed] = [textOf(sent, "title"), textOf(sent, "handle").replace(/^@/, "")];
      const handle = typed === "" ? await freeHandle(application, title) : typed;
      const input = { ...aboutOf(visit.gathering), title, purpose: textOf(sent, "purpose"), handle };
      return carryOut(visit, announceAgain, input, {
        page: visit.c.req.path,
        onwards: ({ gatheringId }) => ({ path: `/gatherings/${gatheringId}`, done: "announced" }),
        again: (form) => <AgainPage visit={visit} form={form} />,
      });
    }),
  );
}

async function showSeries(visit: GatheringVisit): Promise<Response> {
  const { c, application, standing } = visit;
  const view = await readSeriesView(visit);
  if (view !== undefined) return c.html(<SeriesPage view={view} form={untouchedForm(c.var.t)} />);
  if (!standing.organises) return missing(c, "no-series");
  const first = await firstTime(visit);
  if (first === undefined) return missing(c, "no-date-yet");
  const form = await formOrKept(c, application, c.req.path);
  return c.html(<MakingPage visit={visit} form={form} first={first} />);
}

async function make(visit: GatheringVisit): Promise<Response> {
  const first = await firstTime(visit);
  if (first === undefined) return missing(visit.c, "no-date-yet");
  const sent = sentForm(visit.c);
  const input = {
    ...aboutOf(visit.gathering),
    rule: ruleTyped(sent, first),
    otherTimes: textOf(sent, "otherTimes")
      .split(/[\s,;]+/)
      .filter((time) => time !== ""),
    announceDays: textOf(sent, "announceDays"),
  };
  return carryOut(visit, makeSeries, input, {
    page: visit.c.req.path,
    onwards: () => ({ path: `${gatheringPath(visit.gathering)}/series`, done: "made" }),
    again: (form) => <MakingPage visit={visit} form={form} first={first} />,
    fieldFor: byKind({ "unreadable-recurrence": "rule", "never-recurs": "rule" }),
    fieldOf: (field) => (field.startsWith("otherTimes") ? "otherTimes" : field),
  });
}

/** The rule that was chosen or typed, with its end; what cannot be read is left for the command to refuse. */
function ruleTyped(sent: FormInput, first: SessionTime): string {
  const chosen = textOf(sent, "rhythm");
  const date = first.start.toPlainDate();
  const rhythm = rhythmsFrom(date).find((one) => one === chosen);
  const rule = rhythm === undefined ? textOf(sent, "rule").trim() : ruleOf(rhythm, date);
  const [count, until] = [textOf(sent, "count").trim(), textOf(sent, "until").replaceAll("-", "")];
  if (rule === "") return "";
  return [rule, ...(count === "" ? [] : [`COUNT=${count}`]), ...(until === "" ? [] : [`UNTIL=${until}`])].join(";");
}

async function firstTime({ application, gathering }: GatheringVisit): Promise<SessionTime | undefined> {
  const sessions = await sessionsOf(application.read, gathering.id);
  return sessions.find(({ cancelledAt }) => cancelledAt === undefined)?.time;
}

type ActOf = (done: string) => Act<unknown>;

async function withSeries(
  visit: GatheringVisit,
  answer: (series: Series, act: ActOf) => Promise<Response>,
): Promise<Response> {
  const series = await seriesOfGathering(visit.application.read, visit.gathering.id);
  if (series === undefined) return showNotFound(visit.c);
  const path = `${gatheringPath(visit.gathering)}/series`;
  return answer(series, (done) => ({
    page: path,
    onwards: () => ({ path, done }),
    again: async (form) => {
      const view = await readSeriesView(visit);
      if (view === undefined) throw new Error(`the series of ${visit.gathering.id} is gone`);
      return <SeriesPage view={view} form={form} />;
    },
  }));
}
