import type { Hono } from "hono";
import { forbidden, formOrKept, signInFirst } from "../../../accounts/index.ts";
import { circlesOf } from "../../../circles/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { proposeAmendment } from "../../commands/charter/propose-amendment.ts";
import { setFirstCharter } from "../../commands/charter/set-first-charter.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { threadsOfCommunity, type Thread } from "../../store/threads/threads.read.ts";
import { carryOut } from "../acts.ts";
import { instantOf } from "../instant-of.ts";
import { visitingCommunity, type CommunityVisit } from "../visit.ts";
import { charterIn } from "./charter-form.tsx";
import { CharterPage, NoCharterPage } from "./charter-page.tsx";
import { amendingPath, charterPath } from "./charter-paths.ts";
import { exportRoutes } from "./export-routes.ts";
import { readCharterView } from "./charter-view.ts";
import { AmendingPage, FirstCharterPage } from "./writing-page.tsx";

/** The form offers the threads last written in, so many at most. */
const threadsOffered = 20;

/** Reading a charter and what it was, setting the first one, and putting amendments forward. */
export function charterRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/charter",
    visitingCommunity(application, async (visit) => {
      const view = await readCharterView(visit);
      if (view === undefined) return visit.c.html(<NoCharterPage visit={visit} />);
      return visit.c.html(<CharterPage view={view} notice={<Done visit={visit} />} />);
    }),
  );
  web.get(
    "/communities/:handle/charter/versions/:version",
    visitingCommunity(application, async (visit) => {
      const asked = visit.c.req.param("version") ?? "";
      const view = /^[1-9]\d{0,8}$/.test(asked) ? await readCharterView(visit, Number(asked)) : undefined;
      return view === undefined ? showNotFound(visit.c) : visit.c.html(<CharterPage view={view} />);
    }),
  );
  exportRoutes(web, application);
  firstRoutes(web, application);
  amendingRoutes(web, application);
}

function firstRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/charter/new",
    visitingCommunity(application, async (visit) => {
      const { c, community } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      if (!visit.isSteward) return forbidden(c, "only-stewards");
      if ((await charterOf(application.read, community.id)) !== undefined)
        return c.redirect(amendingPath(community), 303);
      const form = await formOrKept(c, application, charterPath(community));
      const circles = await circlesOf(application.read, community.id);
      return c.html(<FirstCharterPage visit={visit} form={form} circles={circles} />);
    }),
  );
  web.post(
    "/communities/:handle/charter",
    visitingCommunity(application, async (visit) => {
      const path = charterPath(visit.community);
      const circles = await circlesOf(application.read, visit.community.id);
      const input = { communityId: visit.community.id, ...charterIn(sentForm(visit.c)) };
      return carryOut(visit, setFirstCharter, input, {
        page: `${path}/new`,
        onwards: () => ({ path, done: "set" }),
        again: (form) => <FirstCharterPage visit={visit} form={form} circles={circles} />,
      });
    }),
  );
}

function amendingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/charter/amendments/new",
    visitingCommunity(application, async (visit) => {
      const { c, community } = visit;
      if (visit.personId === undefined) return signInFirst(c);
      if (!visit.isMember) return forbidden(c, "only-members");
      const charter = await charterOf(application.read, community.id);
      if (charter === undefined) return c.redirect(charterPath(community), 303);
      const form = await formOrKept(c, application, `${charterPath(community)}/amendments`);
      const circles = await circlesOf(application.read, community.id);
      const offered = { charter, circles, threads: await threadsFor(visit), threadId: c.req.query("thread") ?? "" };
      return c.html(<AmendingPage visit={visit} form={form} {...offered} />);
    }),
  );
  web.post(
    "/communities/:handle/charter/amendments",
    visitingCommunity(application, async (visit) => {
      const { c, community } = visit;
      const charter = await charterOf(application.read, community.id);
      if (charter === undefined) return showNotFound(c);
      const sent = sentForm(c);
      const threadId = textOf(sent, "thread");
      const input = {
        communityId: community.id,
        threadId,
        title: textOf(sent, "title"),
        text: textOf(sent, "text"),
        language: community.languages[0] ?? c.var.t.language,
        closesAt: instantOf(textOf(sent, "closesAt"), community.zone),
        ...(textOf(sent, "termMonths") !== "" && { termMonths: textOf(sent, "termMonths") }),
        zone: community.zone,
        ...charterIn(sent),
      };
      const circles = await circlesOf(application.read, community.id);
      const offered = { charter, circles, threads: await threadsFor(visit), threadId };
      return carryOut(visit, proposeAmendment, input, {
        page: amendingPath(community),
        onwards: ({ proposalId, consentId }) =>
          consentId === ""
            ? { path: `/proposals/${proposalId}`, done: "proposed" }
            : { path: `/consents/${consentId}`, done: "submitted" },
        again: (form) => <AmendingPage visit={visit} form={form} {...offered} />,
      });
    }),
  );
}

/** The threads in which an amendment can be put forward. */
async function threadsFor({ application, community, isMember }: CommunityVisit): Promise<readonly Thread[]> {
  if (!isMember) return [];
  const page = { audiences: ["everyone", "members"], before: undefined, limit: threadsOffered } as const;
  const threads = await threadsOfCommunity(application.read, community.id, page);
  return threads.filter(({ closedAt }) => closedAt === undefined);
}

function Done({ visit }: { readonly visit: CommunityVisit }) {
  const { t } = visit.c.var;
  if (doneKey(visit.c, ["set"]) === undefined) return null;
  return <Notice t={t} what={t("decisions.charter.done.set")} told={t("decisions.charter.done-told.set")} />;
}
