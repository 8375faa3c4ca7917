import type { Hono } from "hono";
import { formOrKept, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addOption } from "../../commands/lifecycle/add-option.ts";
import { closeEarly } from "../../commands/lifecycle/close-early.ts";
import { extendProposal } from "../../commands/lifecycle/extend-proposal.ts";
import { reopenProposal } from "../../commands/lifecycle/reopen-proposal.ts";
import { carryOut } from "../acts.ts";
import { proposalPath } from "../addresses.ts";
import { instantOf } from "../instant-of.ts";
import { ProposalPage } from "../proposals/proposal-page.tsx";
import { readProposalView, type ProposalView } from "../proposals/proposal-view.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { ClosingTimePage } from "./closing-time-page.tsx";
import { closingTimePath } from "./lifecycle-addresses.ts";

/** More time, closing early, opening again, and adding options. */
export function lifecycleRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/closing-time",
    visitingProposal(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      const form = await formOrKept(visit.c, application, closingTimePath(visit.proposal));
      return visit.c.html(<ClosingTimePage view={await readProposalView(visit)} form={form} />);
    }),
  );
  web.post(
    "/proposals/:proposal/extension",
    visitingProposal(application, (visit) =>
      carryOut(visit, extendProposal, retimed(visit), closingTime(visit, "extended")),
    ),
  );
  web.post(
    "/proposals/:proposal/reopening",
    visitingProposal(application, (visit) =>
      carryOut(visit, reopenProposal, retimed(visit), closingTime(visit, "reopened")),
    ),
  );
  web.post(
    "/proposals/:proposal/closure",
    visitingProposal(application, (visit) => {
      const input = { ...aboutOf(visit), reason: textOf(sentForm(visit.c), "closingReason") };
      return carryOut(visit, closeEarly, input, {
        ...onItsPage(visit, "closed", "closingReason"),
        fieldOf: (field) => (field === "reason" ? "closingReason" : field),
      });
    }),
  );
  web.post(
    "/proposals/:proposal/options",
    visitingProposal(application, (visit) => {
      const input = { ...aboutOf(visit), option: textOf(sentForm(visit.c), "option") };
      return carryOut(visit, addOption, input, onItsPage(visit, "option-added", "option"));
    }),
  );
  web.get("/proposals/:proposal/outcome/:count", toProposal(application));
  web.get("/proposals/:proposal/changes/:change", toProposal(application));
  web.get("/proposals/:proposal/added-options", toProposal(application));
}

/** What the page of a proposal says after an act of its life. */
export function LifeDone({ view }: { readonly view: ProposalView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, ["extended", "reopened", "option-added"]);
  if (done === undefined) return null;
  return (
    <Notice t={t} what={t(`decisions.lifecycle.done.${done}`)} told={t(`decisions.lifecycle.done-told.${done}`)} />
  );
}

function closingTime(visit: ProposalVisit, done: string) {
  return {
    page: closingTimePath(visit.proposal),
    onwards: () => ({ path: proposalPath(visit.proposal), done }),
    again: async (form: FormState) => <ClosingTimePage view={await readProposalView(visit)} form={form} />,
  };
}

function onItsPage(visit: ProposalVisit, done: string, field: "closingReason" | "option") {
  const path = proposalPath(visit.proposal);
  return {
    page: path,
    onwards: () => ({ path, done }),
    again: async (form: FormState) => {
      const fields = { [field]: visit.c.var.t(`decisions.lifecycle.field.${field}`) };
      const notice = <RefusalSummary form={form} fields={fields} />;
      return <ProposalPage view={await readProposalView(visit)} form={form} notice={notice} />;
    },
  };
}

function toProposal(application: Application) {
  return visitingProposal(application, ({ c, proposal }) => c.redirect(proposalPath(proposal), 303));
}

function retimed(visit: ProposalVisit) {
  const sent = sentForm(visit.c);
  return {
    ...aboutOf(visit),
    closesAt: instantOf(textOf(sent, "closesAt"), visit.proposal.zone),
    reason: textOf(sent, "reason"),
  };
}

function aboutOf({ proposal }: ProposalVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}
