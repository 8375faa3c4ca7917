import type { Hono } from "hono";
import { forbidden, formOrKept, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { keepTemplate } from "../../commands/lifecycle/keep-template.ts";
import { removeTemplate } from "../../commands/lifecycle/remove-template.ts";
import { templatesOf } from "../../store/lifecycle/templates.read.ts";
import { carryOut } from "../acts.ts";
import { visitingCommunity, visitingProposal, type CommunityVisit } from "../visit.ts";
import { templatePath, templatesPath } from "./lifecycle-addresses.ts";
import { TemplatePage, TemplatesPage } from "./template-pages.tsx";

/** Keeping a proposal as a template, and the templates of a community. */
export function templateRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/template",
    visitingProposal(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      if (!visit.isSteward) return forbidden(visit.c, "only-stewards");
      const form = await formOrKept(visit.c, application, templatePath(visit.proposal));
      return visit.c.html(<TemplatePage visit={visit} form={form} />);
    }),
  );
  web.post(
    "/proposals/:proposal/template",
    visitingProposal(application, (visit) => {
      const { proposal, community, c } = visit;
      const sent = sentForm(c);
      const said = { name: textOf(sent, "name"), text: textOf(sent, "text") };
      const input = { communityId: proposal.communityId, proposalId: proposal.id, ...said };
      return carryOut(visit, keepTemplate, input, {
        page: templatePath(proposal),
        onwards: () => ({ path: templatesPath(community), done: "template-kept" }),
        again: (form) => <TemplatePage visit={visit} form={form} />,
      });
    }),
  );
  web.get(
    "/communities/:handle/templates",
    visitingCommunity(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      if (!visit.isMember) return forbidden(visit.c, "only-members");
      return visit.c.html(await templatesPage(visit));
    }),
  );
  web.post(
    "/communities/:handle/templates/:template/removal",
    visitingCommunity(application, (visit) => {
      const input = { communityId: visit.community.id, templateId: visit.c.req.param("template") ?? "" };
      const path = templatesPath(visit.community);
      return carryOut(visit, removeTemplate, input, {
        page: path,
        onwards: () => ({ path, done: "template-removed" }),
        again: (form) => templatesPage(visit, form),
      });
    }),
  );
}

async function templatesPage(visit: CommunityVisit, form?: FormState) {
  const { t } = visit.c.var;
  const done = doneKey(visit.c, ["template-kept", "template-removed"]);
  const said = done === undefined ? undefined : <Notice t={t} what={t(`decisions.templates.done.${done}`)} />;
  const notice = form === undefined ? said : <RefusalSummary form={form} fields={{}} />;
  const templates = await templatesOf(visit.application.read, visit.community.id);
  return <TemplatesPage visit={visit} templates={templates} notice={notice} />;
}
