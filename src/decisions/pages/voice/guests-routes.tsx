import type { Hono } from "hono";
import type { Child } from "hono/jsx";
import { forbidden, signInFirst, refuse } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageEnv } from "../../../ui/request.ts";
import { inviteGuest } from "../../commands/voice/invite-guest.ts";
import { revokeGuest } from "../../commands/voice/revoke-guest.ts";
import { letterStates } from "../../store/answers/guest-letters.read.ts";
import { guestsOf } from "../../store/voice/guests.read.ts";
import { carryOut } from "../acts.ts";
import { guestPath, guestsPath } from "../addresses.ts";
import { visitingProposal, type ProposalVisit } from "../visit.ts";
import { GuestLink } from "./guest-link.tsx";
import { GuestsPage } from "./guests-page.tsx";

/** Inviting guests to one proposal, for whoever put it forward and for stewards. */
export function guestsRoutes(web: Hono<PageEnv>, application: Application, isMailOn: boolean): void {
  web.get(
    "/proposals/:proposal/guests",
    visitingAsTender(application, async (visit) => {
      if (visit.personId === undefined) return signInFirst(visit.c);
      return visit.c.html(await guestsPage(visit, isMailOn, untouchedForm(visit.c.var.t)));
    }),
  );
  web.post(
    "/proposals/:proposal/guests",
    visitingAsTender(application, (visit) => invite(visit, isMailOn)),
  );
  web.post(
    "/proposals/:proposal/guests/:guest/revocation",
    visitingAsTender(application, (visit) => {
      const path = guestsPath(visit.proposal);
      const input = { ...aboutOf(visit), guestId: visit.c.req.param("guest") ?? "" };
      return carryOut(visit, revokeGuest, input, {
        page: path,
        onwards: () => ({ path, done: "revoked" }),
        again: (form) => guestsPage(visit, isMailOn, form),
      });
    }),
  );
}

/**
 * Shows the link in this answer alone: nothing but its digest is kept, and no address holds it. A link that goes by letter is shown to nobody
 * here.
 */
async function invite(visit: ProposalVisit, isMailOn: boolean): Promise<Response> {
  const { c, application, proposal } = visit;
  if (visit.personId === undefined) return signInFirst(c);
  const sent = sentForm(c);
  const token = newToken();
  const name = textOf(sent, "name");
  const standing = textOf(sent, "standing") === "" ? {} : { standing: textOf(sent, "standing") as "advisory" };
  const email = textOf(sent, "email").trim();
  const isLetter = isMailOn && email !== "";
  const input = { ...aboutOf(visit), name, ...standing, tokenHash: hashOfToken(token) };
  const made = await application.execute(inviteGuest, isLetter ? { ...input, email, token } : input, byReader(c));
  if (!made.ok) return refuse(c, made.refusal, { again: (form) => guestsPage(visit, isMailOn, form) });
  if (isLetter) return seeOther(c, guestsPath(proposal), "written");
  c.header("Cache-Control", "no-store");
  const href = new URL(guestPath(proposal, token), application.origin).href;
  const link = <GuestLink t={c.var.t} proposal={proposal} name={name} email={email} href={href} />;
  return c.html(await guestsPage(visit, isMailOn, untouchedForm(c.var.t), link));
}

async function guestsPage(visit: ProposalVisit, isMailOn: boolean, form: FormState, notice?: Child) {
  const { application, proposal } = visit;
  const guests = await guestsOf(application.read, proposal.id);
  const letters = await letterStates(application.read, proposal.id);
  const said = notice ?? <Said visit={visit} form={form} />;
  return <GuestsPage {...{ visit, guests, letters, isMailOn, form }} notice={said} />;
}

function Said({ visit, form }: { readonly visit: ProposalVisit; readonly form: FormState }) {
  const { t } = visit.c.var;
  if (visit.c.req.method === "POST") {
    const labels = ["name", "standing", "email"].map((name) => [name, t(`decisions.voice.field.${name}`)] as const);
    return <RefusalSummary form={form} fields={Object.fromEntries(labels)} />;
  }
  const done = doneKey(visit.c, ["revoked", "written"]);
  if (done === "revoked") return <Notice t={t} what={t("decisions.voice.done.revoked")} />;
  if (done === undefined) return null;
  return <Notice t={t} what={t("decisions.answers.letter.done")} told={t("decisions.answers.letter.done-told")} />;
}

function visitingAsTender(application: Application, answer: (visit: ProposalVisit) => Promise<Response>) {
  return visitingProposal(application, (visit) => {
    if (visit.proposal.secrecy === "secret") return showNotFound(visit.c);
    const tends = visit.personId === visit.proposal.authorId || visit.isSteward;
    return visit.personId !== undefined && !tends ? forbidden(visit.c, "not-the-author") : answer(visit);
  });
}

function aboutOf({ proposal }: ProposalVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id };
}
