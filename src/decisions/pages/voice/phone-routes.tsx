import type { Hono } from "hono";
import { describePeople, forbidden, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { confirmRecorded } from "../../commands/voice/confirm-recorded.ts";
import { recordStance } from "../../commands/voice/record-stance.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { silentElectors } from "../../store/proposals/stances.read.ts";
import { carryOut } from "../acts.ts";
import { phonePath, proposalPath } from "../addresses.ts";
import { ProposalPage } from "../proposals/proposal-page.tsx";
import { readProposalView } from "../proposals/proposal-view.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { PhonePage } from "./phone-page.tsx";
import { personNamed } from "./person-named.ts";
import { mostPicked } from "./voices-view.ts";

/** Answers given by phone: written down by a steward, confirmed by whoever gave them. */
export function phoneRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/phone",
    visitingAsSteward(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      return visit.c.html(await phonePage(visit, untouchedForm(visit.c.var.t)));
    }),
  );
  web.post(
    "/proposals/:proposal/phone",
    visitingAsSteward(application, async (visit) => {
      const sent = sentForm(visit.c);
      const person = await personNamed(application, textOf(sent, "person"));
      const ballot = viewsOf(visit.proposal).fromForm(sent, questionOf(visit.proposal));
      const input = { ...aboutOf(visit), person, ballot, note: textOf(sent, "note") };
      return carryOut(visit, recordStance, input, {
        page: phonePath(visit.proposal),
        onwards: () => ({ path: proposalPath(visit.proposal), done: "recorded" }),
        again: (form) => phonePage(visit, form),
      });
    }),
  );
  web.post(
    "/proposals/:proposal/phone/answer",
    visitingProposal(application, (visit) => {
      const answer = textOf(sentForm(visit.c), "answer") as "yes";
      const path = proposalPath(visit.proposal);
      return carryOut(
        visit,
        confirmRecorded,
        { ...aboutOf(visit), answer },
        {
          page: path,
          onwards: ({ understood }) => ({ path, done: understood }),
          again: async (form) => <ProposalPage view={await readProposalView(visit)} form={form} />,
        },
      );
    }),
  );
}

async function phonePage(visit: ProposalVisit, form: FormState) {
  const { application, proposal, personId } = visit;
  const { read } = application;
  const silent = await silentElectors(read, proposal.id, { after: "", limit: mostPicked + 1 });
  const described = await describePeople(read, silent.slice(0, mostPicked));
  const others = [...described.values()].filter(({ id, name }) => id !== personId && name !== undefined);
  const byName = others.toSorted((one, other) => (one.name ?? "").localeCompare(other.name ?? ""));
  return <PhonePage visit={visit} silent={silent.length > mostPicked ? undefined : byName} form={form} />;
}

/** A route for stewards alone; in secret votes nobody answers for another. */
function visitingAsSteward(application: Application, answer: (visit: ProposalVisit) => Promise<Response>) {
  return visitingProposal(application, (visit) => {
    if (visit.proposal.secrecy === "secret") return showNotFound(visit.c);
    return visit.personId !== undefined && !visit.isSteward ? forbidden(visit.c, "only-stewards") : answer(visit);
  });
}

function aboutOf({ proposal }: ProposalVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}
