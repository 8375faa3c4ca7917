import type { Hono } from "hono";
import { forbidden, refuse } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { textOf } from "../../../ui/form-input.ts";
import { castBallot } from "../../commands/secret/cast-ballot.ts";
import { replaceBallot } from "../../commands/secret/replace-ballot.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { readCode } from "../../model/secret/secret-ballot.ts";
import { secretBallotPath } from "../addresses.ts";
import { ProposalPage } from "../proposals/proposal-page.tsx";
import { readProposalView } from "../proposals/proposal-view.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { ChangePage } from "./change-page.tsx";
import { codeSent } from "./receipt-code.ts";
import { ReceiptPage } from "./receipt-page.tsx";

/** Voting in secret, and changing a ballot by its code. */
export function secretRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/secret-ballot",
    visitingSecret(application, (visit) => visit.c.html(changePage(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post(
    "/proposals/:proposal/secret-ballot",
    visitingSecret(application, (visit) => castIn(visit)),
  );
  web.post(
    "/proposals/:proposal/secret-ballot/replacement",
    visitingSecret(application, (visit) => replaceIn(visit)),
  );
}

/** What a visitor sent is thrown away: kept for them until they have signed in, it would be a ballot beside a browser. */
async function castIn(visit: ProposalVisit): Promise<Response> {
  const { c, application } = visit;
  if (visit.personId === undefined) return refusalPage(c, { kind: "sign-in-needed" });
  const { code, isShown } = codeSent(sentForm(c));
  const answer = await application.execute(castBallot, { ...ballotIn(visit), code }, byReader(c));
  if (!answer.ok)
    return refusing(visit, answer.refusal, async (form) => {
      const view = await readProposalView(visit);
      return <ProposalPage view={view} form={form} notice={<Summary c={c} form={form} />} />;
    });
  // The code stands in this answer alone: in no address, where it would be kept by the browser and by logs.
  c.header("Cache-Control", "no-store");
  return c.html(<ReceiptPage visit={visit} code={isShown ? readCode(code) : undefined} />);
}

/** Whoever quotes a code acts as nobody, signed in or not. */
async function replaceIn(visit: ProposalVisit): Promise<Response> {
  const { c, application } = visit;
  const input = { ...ballotIn(visit), code: textOf(sentForm(c), "code") };
  const by = { ...byReader(c), actor: { kind: "visitor" } } as const;
  const answer = await application.execute(replaceBallot, input, by);
  if (answer.ok) return seeOther(c, secretBallotPath(visit.proposal), "replaced");
  return refusing(visit, answer.refusal, (form) => changePage(visit, form));
}

function refusing(
  visit: ProposalVisit,
  refusal: AnyRefusal,
  again: Parameters<typeof refuse>[2]["again"],
): Response | Promise<Response> {
  const { c } = visit;
  if (["kept-out", "not-on-the-list"].includes(refusal.kind)) return forbidden(c, refusal.kind);
  if (["not-found", "try-later", "storage-full"].includes(refusal.kind)) return refusalPage(c, refusal);
  return refuse(c, refusal, { again });
}

function changePage(visit: ProposalVisit, form: FormState) {
  return <ChangePage visit={visit} form={form} notice={<Replaced c={visit.c} form={form} />} />;
}

function Replaced({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { t } = c.var;
  if (c.req.method === "POST") return <Summary c={c} form={form} />;
  if (doneKey(c, ["replaced"]) === undefined) return null;
  return <Notice t={t} what={t("decisions.secret.change.done")} told={t("decisions.secret.change.done-told")} />;
}

function Summary({ c, form }: { readonly c: PageContext; readonly form: FormState }) {
  const { t } = c.var;
  const fields = { choice: t("decisions.field.choice"), code: t("decisions.secret.field.code") };
  return <RefusalSummary form={form} fields={fields} />;
}

function ballotIn({ c, proposal }: ProposalVisit) {
  const ballot = viewsOf(proposal).fromForm(sentForm(c), questionOf(proposal));
  return { communityId: proposal.communityId, proposalId: proposal.id, ballot };
}

/** A route of secret proposals: others have nothing there. */
function visitingSecret(application: Application, answer: (visit: ProposalVisit) => Response | Promise<Response>) {
  return visitingProposal(application, (visit) =>
    visit.proposal.secrecy === "secret" ? answer(visit) : showNotFound(visit.c),
  );
}
