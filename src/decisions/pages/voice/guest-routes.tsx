import type { Hono } from "hono";
import { refuse } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { byReader, sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerAsGuest } from "../../commands/voice/answer-as-guest.ts";
import { leaveAsGuest } from "../../commands/voice/leave-as-guest.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { guestPath } from "../addresses.ts";
import { GuestPage } from "./guest-page.tsx";
import { visitingAsGuest, type GuestVisit } from "./guest-visit.ts";

/** Answering by the link of a guest; whoever has it needs no account. */
export function guestRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/proposals/:proposal/guest/:token",
    visitingAsGuest(application, (visit) => visit.c.html(guestPage(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post("/proposals/:proposal/guest/:token", visitingAsGuest(application, answer));
  web.post("/proposals/:proposal/guest/:token/leaving", visitingAsGuest(application, leave));
}

async function answer(visit: GuestVisit): Promise<Response> {
  const { c, application, proposal, token } = visit;
  const sent = sentForm(c);
  const ballot = viewsOf(proposal).fromForm(sent, questionOf(proposal));
  const input = { ...seatOf(visit), ballot, reason: textOf(sent, "reason") };
  const taken = await application.execute(answerAsGuest, input, byGuest(visit));
  if (taken.ok) return seeOther(c, guestPath(proposal, token), "answered");
  return refuse(c, taken.refusal, { again: (form) => guestPage(visit, form) });
}

async function leave(visit: GuestVisit): Promise<Response> {
  const { c, application, proposal, token } = visit;
  const left = await application.execute(leaveAsGuest, seatOf(visit), byGuest(visit));
  if (left.ok) return seeOther(c, guestPath(proposal, token), "left");
  return refuse(c, left.refusal, { again: (form) => guestPage(visit, form) });
}

/** Whoever answers by a link acts as nobody here, signed in or not. */
function byGuest({ c }: GuestVisit) {
  return { ...byReader(c), actor: { kind: "visitor" } } as const;
}

function seatOf({ proposal, token }: GuestVisit) {
  return { communityId: proposal.communityId, proposalId: proposal.id, tokenHash: hashOfToken(token) };
}

function guestPage(visit: GuestVisit, form: FormState) {
  return <GuestPage visit={visit} form={form} notice={<Said visit={visit} form={form} />} />;
}

function Said({ visit, form }: { readonly visit: GuestVisit; readonly form: FormState }) {
  const { t } = visit.c.var;
  if (visit.c.req.method === "POST") {
    const fields = { choice: t("decisions.field.choice"), reason: t("decisions.field.reason") };
    return <RefusalSummary form={form} fields={fields} />;
  }
  const done = doneKey(visit.c, ["answered", "left"]);
  if (done === undefined) return null;
  return (
    <Notice t={t} what={t(`decisions.voice.guest.done.${done}`)} told={t(`decisions.voice.guest.done-told.${done}`)} />
  );
}
