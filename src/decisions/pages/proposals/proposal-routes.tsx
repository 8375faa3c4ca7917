import type { Hono } from "hono";
import { forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { giveStance } from "../../commands/proposals/give-stance.ts";
import { openProposal } from "../../commands/proposals/open-proposal.ts";
import { stateOutcome } from "../../commands/proposals/state-outcome.ts";
import { withdrawProposal } from "../../commands/proposals/withdraw-proposal.ts";
import { methodById, methods, questionOf, type AnyMethod } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { presetById } from "../../model/presets.ts";
import { carryOut } from "../acts.ts";
import { proposalPath, threadPath } from "../addresses.ts";
import { matterPath } from "../charter/bound-rules.tsx";
import { boundQuery, rulesOfForm } from "../charter/bound-form.ts";
import { instantOf } from "../instant-of.ts";
import { lifeFieldNames } from "../lifecycle/life-fields.tsx";
import { LifeDone } from "../lifecycle/lifecycle-routes.tsx";
import { filledIn, templateAsked, templatesFor } from "../lifecycle/template-form.ts";
import { readAsking } from "../electorate/asking.ts";
import { electorateFieldNames } from "../electorate/electorate-fields.tsx";
import { visitingProposal, visitingThread, type ProposalVisit, type ThreadVisit } from "../visit.ts";
import { VoiceDone } from "../voice/voice-done.tsx";
import { ProposalPage } from "./proposal-page.tsx";
import { readProposalView, type ProposalView } from "./proposal-view.ts";
import { PuttingPage } from "./putting-page.tsx";

/** Putting a proposal forward, reading and answering it, and ending it. */
export function proposalRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/proposals/new",
    visitingThread(application, async (visit) => {
      const { c, thread } = visit;
      if (visit.personId !== undefined && !visit.isMember) return forbidden(c, "only-members");
      const kept = await formOrKept(c, application, `${threadPath(thread)}/proposals`);
      const asked = { preset: c.req.query("preset") ?? "", matter: c.req.query("matter") ?? "" };
      const rules = await rulesOfForm(visit, asked);
      if (rules.bound?.bylaws.method === consentWay) {
        return c.redirect(matterPath(thread, { id: rules.bound.id, isByConsent: true }), 303);
      }
      const start = presetById(c.req.query("from") ?? "");
      // Rules that hold leave nothing to a template.
      const template = rules.bound === undefined ? await templateAsked(visit) : undefined;
      const form = template === undefined || hasTyped(kept) ? kept : filledIn(visit, template);
      const method = methodAsked(
        rules.bound?.bylaws.method ?? template?.method ?? start?.method ?? c.req.query("method"),
      );
      const templates = await templatesFor(visit);
      const shown = { visit, method, rules, start, form, templates, asking: await readAsking(visit) };
      return c.html(<PuttingPage {...shown} />);
    }),
  );
  web.post(
    "/threads/:thread/proposals",
    visitingThread(application, async (visit) => {
      const sent = sentForm(visit.c);
      const method = methodAsked(textOf(sent, "method"));
      const rules = await rulesOfForm(visit, { preset: textOf(sent, "preset"), matter: textOf(sent, "matter") });
      return carryOut(visit, openProposal, proposalIn(visit, method, sent), {
        page: `${threadPath(visit.thread)}/proposals/new?method=${method.rules.id}${boundQuery(rules.bound)}`,
        onwards: ({ proposalId }) => ({ path: `/proposals/${proposalId}`, done: "proposed" }),
        again: async (form) => {
          const asking = await readAsking(visit);
          return <PuttingPage {...{ visit, method, rules, form, asking }} start={undefined} templates={[]} />;
        },
        fieldOf: (field) => (field.startsWith("options") ? "options" : field),
      });
    }),
  );
  web.get(
    "/proposals/:proposal",
    visitingProposal(application, async (visit) => {
      const view = await readProposalView(visit);
      const form = await formOrKept(visit.c, application, `${proposalPath(visit.proposal)}/stance`);
      return visit.c.html(
        <ProposalPage view={view} form={form} notice={[<Done view={view} />, <LifeDone view={view} />]} />,
      );
    }),
  );
  web.get("/proposals/:proposal/ballot", toProposal(application));
  web.get("/proposals/:proposal/outcome", toProposal(application));
  actRoutes(web, application);
}

function actRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/proposals/:proposal/stance",
    visitingProposal(application, (visit) => {
      const { proposal, c } = visit;
      const sent = sentForm(c);
      const ballot = viewsOf(proposal).fromForm(sent, questionOf(proposal));
      const input = { ...aboutOf(visit), ballot, reason: textOf(sent, "reason"), by: "web" };
      return carryOut(visit, giveStance, input, act(visit, "answered"));
    }),
  );
  web.post(
    "/proposals/:proposal/withdrawal",
    visitingProposal(application, (visit) =>
      carryOut(visit, withdrawProposal, aboutOf(visit), act(visit, "withdrawn")),
    ),
  );
  web.post(
    "/proposals/:proposal/outcome",
    visitingProposal(application, (visit) => {
      const input = { ...aboutOf(visit), statement: textOf(sentForm(visit.c), "statement") };
      return carryOut(visit, stateOutcome, input, act(visit, "stated"));
    }),
  );
}

/** How an act on a proposal leads back to its page. */
function act(visit: ProposalVisit, done: string) {
  const path = proposalPath(visit.proposal);
  return {
    page: path,
    onwards: () => ({ path, done }),
    again: async (form: FormState) => {
      const { t } = visit.c.var;
      const fields = Object.fromEntries(
        ["choice", "reason", "statement"].map((name) => [name, t(`decisions.field.${name}`)]),
      );
      const view = await readProposalView(visit);
      return <ProposalPage view={view} form={form} notice={<RefusalSummary form={form} fields={fields} />} />;
    },
  };
}

/** People who follow the address of what asks for answers are led to the page. */
function toProposal(application: Application) {
  return visitingProposal(application, ({ c, proposal }) => c.redirect(proposalPath(proposal), 303));
}

function aboutOf({ proposal }: ProposalVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}

function hasTyped({ typed }: FormState): boolean {
  return Object.keys(typed).length > 0;
}

/** The method somebody chose, or the first one for whoever chose none that exists. */
function methodAsked(id: string | undefined): AnyMethod {
  const method = (id === undefined ? undefined : methodById(id)) ?? methods[0];
  if (method === undefined) throw new Error("there is no method at all");
  return method;
}

function proposalIn({ thread, community }: ThreadVisit, method: AnyMethod, sent: FormInput) {
  const views = viewsOf({ method: method.rules.id });
  const zone = textOf(sent, "zone") === "" ? community.zone : textOf(sent, "zone");
  return {
    communityId: thread.communityId,
    threadId: thread.id,
    title: textOf(sent, "title"),
    text: textOf(sent, "text"),
    method: method.rules.id,
    options: views.options?.(sent) ?? linesOf(textOf(sent, "options")),
    settings: views.settings?.fromForm(sent) ?? {},
    closesAt: instantOf(textOf(sent, "closesAt"), zone),
    zone,
    ...chosen(sent, ["secrecy", "showsCount", "reasons", "quorumPercent", "turnout", "preset", "matter"]),
    ...chosen(sent, [...lifeFieldNames, ...electorateFieldNames]),
  };
}

/** The lines of a text that hold anything. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** What was chosen of these; what is missing takes its default. */
function chosen(sent: FormInput, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (textOf(sent, name) === "" ? [] : [[name, textOf(sent, name)]])));
}

function Done({ view }: { readonly view: ProposalView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, ["proposed", "answered", "closed", "withdrawn", "stated"]);
  if (done === undefined) return <VoiceDone c={view.visit.c} />;
  return <Notice t={t} what={t(`decisions.done.${done}`)} told={t(`decisions.done-told.${done}`)} />;
}
