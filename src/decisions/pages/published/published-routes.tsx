import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { csvFrom } from "../../../kernel/text/csv.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { optionNames } from "../../methods/option-names.ts";
import { viewsOf } from "../../methods/shown.ts";
import { writePublishedFile } from "../../model/recount/published-file.ts";
import { readCode } from "../../model/secret/secret-ballot.ts";
import { outcomeOf, type Outcome } from "../../store/proposals/outcomes.read.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { BallotsPage } from "./ballots-page.tsx";
import { readBallotsView, type Looked } from "./ballots-view.ts";
import { allPublished, areBallotsPublished, ballotWith } from "./published.ts";

/** The ballots of a closed proposal for whoever wants to count them again. */
export function publishedRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/ballots",
    visitingCounted(application, async (visit, outcome) =>
      visit.c.html(<BallotsPage view={await readBallotsView(visit, outcome)} form={untouchedForm(visit.c.var.t)} />),
    ),
  );
  web.post("/proposals/:proposal/ballots/found", visitingCounted(application, lookUp));
  web.get(
    "/proposals/:proposal/ballots.json",
    visitingCounted(application, async (visit, outcome) => {
      if (!areBallotsPublished(visit, outcome)) return showNotFound(visit.c);
      return file(visit, await asJson(visit, outcome), "application/json; charset=utf-8", "json");
    }),
  );
  web.get(
    "/proposals/:proposal/ballots.csv",
    visitingCounted(application, async (visit, outcome) => {
      if (!areBallotsPublished(visit, outcome)) return showNotFound(visit.c);
      return file(visit, await asCsv(visit), "text/csv; charset=utf-8", "csv");
    }),
  );
}

/** Without scripts: the code comes in the body, so that no address and no log holds it. */
async function lookUp(visit: ProposalVisit, outcome: Outcome): Promise<Response> {
  const { c } = visit;
  const sent = sentForm(c);
  const code = readCode(textOf(sent, "code"));
  c.header("Cache-Control", "no-store");
  const view = await readBallotsView(visit, outcome);
  if (code === undefined) {
    const form = refusedForm(c.var.t, sent, { kind: "receipt-code-unreadable", field: "code" });
    return c.html(<BallotsPage view={view} form={form} />, 422);
  }
  const ballot = await ballotWith(visit, hashOfToken(code));
  const looked: Looked = ballot === undefined ? { found: false } : { found: true, ballot };
  return c.html(<BallotsPage view={{ ...view, looked }} form={untouchedForm(c.var.t)} />);
}

async function asJson(visit: ProposalVisit, outcome: Outcome): Promise<string> {
  const { proposal } = visit;
  const { tally, conclusion, seed, eligible, answered } = outcome;
  const asked = { proposal: proposal.id, title: proposal.title, method: proposal.method };
  return writePublishedFile({
    ...asked,
    version: proposal.methodVersion,
    options: proposal.options,
    settings: proposal.settings,
    seed,
    eligible,
    answered,
    tally,
    conclusion,
    ballots: await allPublished(visit),
  });
}

/** Of how many the person did not answer themselves. */
const waysAside = ["by-proxy", "by-guests"];

/** One row per ballot, those of a secret vote in the order of their digests. */
async function asCsv(visit: ProposalVisit): Promise<string> {
  const { proposal, c } = visit;
  const { t } = c.var;
  const names = optionNames(proposal, t);
  const views = viewsOf(proposal);
  const isSecret = proposal.secrecy === "secret";
  const head = [...(isSecret ? ["code-sha256"] : ["count"]), "ballot", "words", ...(isSecret ? [] : waysAside)];
  const rows = (await allPublished(visit)).map(({ ballot, count, code = "", byProxy = 0, byGuests = 0 }) => [
    isSecret ? code : String(count),
    JSON.stringify(ballot),
    views.inWords(ballot, names, t),
    ...(isSecret ? [] : [String(byProxy), String(byGuests)]),
  ]);
  return csvFrom([head, ...rows]);
}

function file({ c, proposal }: ProposalVisit, text: string, type: string, end: string): Response {
  return c.body(text, 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="ballots-${proposal.id}.${end}"`,
  });
}

/** A route of proposals that are counted. */
function visitingCounted(
  application: Application,
  answer: (visit: ProposalVisit, outcome: Outcome) => Promise<Response>,
) {
  return visitingProposal(application, async (visit) => {
    const outcome = await outcomeOf(application.read, visit.proposal.id);
    return outcome === undefined ? showNotFound(visit.c) : answer(visit, outcome);
  });
}
