import type { Hono } from "hono";
import { forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { untouchedForm } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { draftRequest } from "../../commands/requests/draft-request.ts";
import { moveRequest } from "../../commands/requests/move-request.ts";
import { writeRequest } from "../../commands/requests/write-request.ts";
import { isInWriting } from "../../model/requests/request.ts";
import { requestByNumber, requestVersion } from "../../store/requests/requests.read.ts";
import { carryOut } from "../acts.ts";
import { visitingCommunity, visitingThread } from "../visit.ts";
import { RequestPage } from "./request-page.tsx";
import { draftingPath, requestPath } from "./request-paths.ts";
import { readRequestView, type RequestView } from "./request-view.ts";
import { visitingRequest, type RequestVisit } from "./request-visit.ts";
import { readRequests, RequestsPage } from "./requests-page.tsx";
import { WritingPage } from "./writing-page.tsx";

/** Reading requests for comments, drafting and writing them, and moving them on. */
export function requestRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/requests",
    visitingCommunity(application, async (visit) =>
      visit.c.html(<RequestsPage visit={visit} byState={await readRequests(visit)} />),
    ),
  );
  // The address that people write down: by its number.
  web.get(
    "/communities/:handle/requests/:number",
    visitingCommunity(application, async ({ c, community }) => {
      const asked = c.req.param("number") ?? "";
      const number = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0;
      const request = await requestByNumber(application.read, community.id, number);
      return request === undefined ? showNotFound(c) : c.redirect(requestPath(request), 303);
    }),
  );
  web.get(
    "/requests/:request",
    visitingRequest(application, async (visit) => {
      const view = await readRequestView(visit);
      const form = untouchedForm(visit.c.var.t);
      return visit.c.html(<RequestPage view={view} form={form} notice={<Done view={view} />} />);
    }),
  );
  web.get(
    "/requests/:request/moves/:place",
    visitingRequest(application, ({ c, request }) => c.redirect(requestPath(request), 303)),
  );
  draftingRoutes(web, application);
  tendingRoutes(web, application);
}

function draftingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/requests/new",
    visitingThread(application, async (visit) => {
      if (visit.personId !== undefined && !visit.isMember) return forbidden(visit.c, "only-members");
      const action = draftingPath(visit.thread);
      const form = await formOrKept(visit.c, application, action);
      return visit.c.html(<WritingPage visit={visit} form={form} action={action} />);
    }),
  );
  web.post(
    "/threads/:thread/requests",
    visitingThread(application, (visit) => {
      const action = draftingPath(visit.thread);
      const about = { communityId: visit.thread.communityId, threadId: visit.thread.id };
      const input = { ...about, ...saidIn(sentForm(visit.c), ["title", "text", "supersedes"]) };
      return carryOut(visit, draftRequest, input, {
        page: `${action}/new`,
        onwards: ({ requestId }) => ({ path: `/requests/${requestId}`, done: "drafted" }),
        again: (form) => <WritingPage visit={visit} form={form} action={action} />,
      });
    }),
  );
}

function tendingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/requests/:request/edit",
    visitingRequest(application, async (visit) => {
      if (!visit.tends || !isInWriting(visit.request.state)) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, `${requestPath(visit.request)}/versions`);
      return visit.c.html(await editing(visit, form));
    }),
  );
  web.post(
    "/requests/:request/versions",
    visitingRequest(application, (visit) => {
      const path = requestPath(visit.request);
      const input = { ...aboutOf(visit), ...saidIn(sentForm(visit.c), ["title", "text", "note"]) };
      return carryOut(visit, writeRequest, input, {
        page: `${path}/edit`,
        onwards: () => ({ path, done: "written" }),
        again: (form) => editing(visit, form),
      });
    }),
  );
  web.post(
    "/requests/:request/moves",
    visitingRequest(application, (visit) => {
      const path = requestPath(visit.request);
      const { t } = visit.c.var;
      const input = { ...aboutOf(visit), ...saidIn(sentForm(visit.c), ["to", "note", "days"]) };
      const labels = Object.fromEntries(
        ["to", "note", "days"].map((name) => [name, t(`decisions.request.field.${name}`)]),
      );
      return carryOut(visit, moveRequest, input, {
        page: path,
        onwards: () => ({ path, done: "moved" }),
        again: async (form) => (
          <RequestPage
            view={await readRequestView(visit)}
            form={form}
            notice={<RefusalSummary form={form} fields={labels} />}
          />
        ),
      });
    }),
  );
}

async function editing(visit: RequestVisit, form: Parameters<typeof WritingPage>[0]["form"]) {
  const { application, request } = visit;
  const words = await requestVersion(application.read, request.id, request.version);
  if (words === undefined) throw new Error(`request ${request.id} has no version ${request.version}`);
  return (
    <WritingPage visit={visit} form={form} action={`${requestPath(request)}/versions`} draft={{ request, words }} />
  );
}

function aboutOf({ request }: RequestVisit) {
  return { communityId: request.communityId, requestId: request.id };
}

/** What was said of these; what is missing takes its default. */
function saidIn(sent: FormInput, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (name in sent ? [[name, textOf(sent, name)]] : [])));
}

function Done({ view }: { readonly view: RequestView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, ["drafted", "written", "moved"]);
  if (done === undefined) return null;
  return <Notice t={t} what={t(`decisions.request.done.${done}`)} told={t(`decisions.request.done-told.${done}`)} />;
}
