import type { Hono } from "hono";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { fileReport } from "../../commands/moderation/file-report.ts";
import { forwardReport } from "../../commands/moderation/forward-report.ts";
import { resolveReport } from "../../commands/moderation/resolve-report.ts";
import { closedReports, openReports, reportById, type Report } from "../../store/reports.read.ts";
import { describePeople } from "../../../accounts/index.ts";
import { carryOut, refuse } from "../acts.ts";
import { communityPath, underCommunity } from "../addresses.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { visiting, visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { ReportFormPage, ReportPage, ReportsPage } from "./report-pages.tsx";

const CLOSED = 20;
const OPEN = 100;

/** Complaints: making one, and what stewards do with them. */
export function reportRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/report",
    visiting(routes, async (visit) => {
      const form = await formOrKept(visit.c, visit.application, underCommunity(visit.community, "reports"));
      return visit.c.html(<ReportFormPage visit={visit} form={form} about={visit.c.req.query("about") ?? ""} />);
    }),
  );
  web.post("/communities/:handle/reports", visiting(routes, file));
  web.get("/communities/:handle/reports", visitingAsSteward(routes, showReports));
  web.get(
    "/communities/:handle/reports/:report",
    visitingAsSteward(routes, async (visit) => {
      const report = await readReport(visit);
      return report === undefined ? showNotFound(visit.c) : showReport(visit, report);
    }),
  );
  web.post("/communities/:handle/reports/:report", visitingAsSteward(routes, decide));
}

function file(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const form = sentForm(c);
  const objects = textOf(form, "objects")
    .split(/\s+/)
    .filter((address) => address !== "");
  const input = { communityId: community.id, account: textOf(form, "account"), objects, text: textOf(form, "text") };
  return carryOut(visit, fileReport, input, {
    page: underCommunity(community, "report"),
    onwards: () => ({ path: communityPath(community), done: "reported" }),
    again: (refused) => <ReportFormPage visit={visit} form={refused} about="" />,
    fieldOf: (field) => field.split(".")[0] ?? field,
  });
}

async function showReports(visit: CommunityVisit): Promise<Response> {
  const { application, community, c } = visit;
  const [open, closed] = await Promise.all([
    openReports(application.read, community.id, { after: c.req.query("after") ?? "", limit: OPEN }),
    closedReports(application.read, community.id, CLOSED),
  ]);
  return c.html(<ReportsPage visit={visit} open={open} closed={closed} hasMore={open.length === OPEN} />);
}

function readReport({ application, community, c }: CommunityVisit): Promise<Report | undefined> {
  return reportById(application.read, community.id, c.req.param("report") ?? "");
}

async function showReport(visit: CommunityVisit, report: Report): Promise<Response> {
  return visit.c.html(await reportPage(visit, report, untouchedForm(visit.c.var.t)));
}

async function reportPage(visit: CommunityVisit, report: Report, form: FormState) {
  const ids = [report.reporterId, report.resolvedBy].filter((id) => id !== undefined);
  const people = await describePeople(visit.application.read, ids);
  return <ReportPage visit={visit} report={report} people={people} form={form} />;
}

async function decide(visit: CommunityVisit): Promise<Response> {
  const report = await readReport(visit);
  if (report === undefined) return showNotFound(visit.c);
  return textOf(sentForm(visit.c), "decision") === "forward" ? forward(visit, report) : close(visit, report);
}

function close(visit: CommunityVisit, report: Report): Promise<Response> {
  const { c, community } = visit;
  const input = { communityId: community.id, reportId: report.id, resolution: textOf(sentForm(c), "resolution") };
  return carryOut(visit, resolveReport, input, {
    page: underCommunity(community, "reports", report.id),
    onwards: () => ({ path: underCommunity(community, "reports"), done: "report-closed" }),
    again: (form) => reportPage(visit, report, form),
  });
}

async function forward(visit: CommunityVisit, report: Report): Promise<Response> {
  const { c, community, services } = visit;
  const again = (form: FormState) => reportPage(visit, report, form);
  const found = await services.findActor?.(report.account);
  if (found === undefined) return refuse(c, { kind: "federation-is-off" }, { again });
  if (!found.ok) {
    const kind = found.refusal.kind === "unreachable" ? "their-server-away" : "nobody-found";
    return refuse(c, { kind }, { again });
  }
  const input = { communityId: community.id, reportId: report.id, accountUri: found.value.uri };
  return carryOut(visit, forwardReport, input, {
    page: underCommunity(community, "reports", report.id),
    onwards: () => ({ path: underCommunity(community, "reports", report.id), done: "report-forwarded" }),
    again,
  });
}
