import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerChallenge } from "../../commands/electorate/answer-challenge.ts";
import { makeChallenge } from "../../commands/electorate/make-challenge.ts";
import { leftOutOf, whyElector } from "../../store/electorate/electorates.read.ts";
import { electorsOf } from "../../store/proposals/stances.read.ts";
import { carryOut } from "../acts.ts";
import { electoratePath } from "../addresses.ts";
import { areNamesFor } from "../proposals/proposal-view.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { ElectoratePage } from "./electorate-page.tsx";
import { readElectorateView } from "./electorate-view.ts";

const perPage = 100;

/** Who may answer a proposal, who may not and why; challenging it, and answering a challenge. */
export function electorateRoutes(web: Hono<PageEnv>, application: Application): void {
  const base = "/proposals/:proposal";
  web.get(
    `${base}/electorate`,
    visitingProposal(application, async (visit) => visit.c.html(await page(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post(
    `${base}/challenges`,
    visitingProposal(application, (visit) => {
      const sent = sentForm(visit.c);
      const said = { aboutId: textOf(sent, "aboutId"), reason: textOf(sent, "reason") };
      return carryOut(visit, makeChallenge, { ...aboutOf(visit), ...said }, act(visit, "challenged"));
    }),
  );
  web.post(
    `${base}/challenges/:challenge/answer`,
    visitingProposal(application, (visit) => {
      const sent = sentForm(visit.c);
      const said = { verdict: textOf(sent, "verdict"), answer: textOf(sent, "answer") };
      const challengeId = visit.c.req.param("challenge") ?? "";
      return carryOut(
        visit,
        answerChallenge,
        { ...aboutOf(visit), challengeId, ...said },
        act(visit, "challenge-answered"),
      );
    }),
  );
}

function act(visit: ProposalVisit, done: string) {
  const path = electoratePath(visit.proposal);
  return { page: path, onwards: () => ({ path, done }), again: (form: FormState) => page(visit, form) };
}

function aboutOf({ proposal }: ProposalVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}

async function page(visit: ProposalVisit, form: FormState): Promise<HtmlEscapedString> {
  const { application, proposal, c } = visit;
  const { read } = application;
  const isNamed = areNamesFor(visit);
  const [after, out] = [c.req.query("after") ?? "", c.req.query("out") ?? ""];
  const [electorate, electors, leftOut] = await Promise.all([
    readElectorateView(visit),
    isNamed ? electorsOf(read, proposal.id, { after, limit: perPage + 1 }) : [],
    isNamed ? leftOutOf(read, proposal.id, { after: out, limit: perPage + 1 }) : [],
  ]);
  const typed = textOf(form.typed, "aboutId");
  const aboutId = typed === "" ? (c.req.query("about") ?? "") : typed;
  const isElector = isNamed && (await whyElector(read, proposal.id, aboutId)) !== undefined;
  const shown = { electors: electors.slice(0, perPage), leftOut: leftOut.slice(0, perPage) };
  const ids = [...shown.electors, ...shown.leftOut].map(({ personId }) => personId as string);
  const spoke = electorate.voices.flatMap(({ spokeBy }) => spokeBy ?? []);
  const people = await describePeople(read, [...ids, ...spoke, ...(isElector ? [aboutId] : [])]);
  const next = {
    electors: electors.length > perPage ? shown.electors.at(-1)?.personId : undefined,
    leftOut: leftOut.length > perPage ? shown.leftOut.at(-1)?.personId : undefined,
  };
  const view = { electorate, ...shown, next, isNamed, people, aboutId: isElector ? aboutId : "" };
  return <ElectoratePage visit={visit} view={view} form={form} />;
}
