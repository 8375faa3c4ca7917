import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { approveListener } from "../../commands/listening/approve-listener.ts";
import { declineListener } from "../../commands/listening/decline-listener.ts";
import { approveApplication } from "../../commands/membership/approve-application.ts";
import { declineApplication } from "../../commands/membership/decline-application.ts";
import { invitePerson } from "../../commands/membership/invite-person.ts";
import { makeInvitationLink } from "../../commands/membership/make-invitation-link.ts";
import { withdrawInvitation } from "../../commands/membership/withdraw-invitation.ts";
import { withdrawInvitationLink } from "../../commands/membership/withdraw-invitation-link.ts";
import { carryOut, refuse, type Act } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { personFor } from "../person-for.ts";
import { visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { AdmissionsPage, type AdmissionsDone } from "./admissions-page.tsx";
import { readAdmissions } from "./admissions-view.ts";
import { ApplicationPage, ListenerPage, readApplication, readWaitingListener } from "./decision-pages.tsx";

const base = "/communities/:handle/admissions";

/** Who comes in: applications, listeners who wait, invitations by name and by link. For stewards. */
export function admissionRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    base,
    visitingAsSteward(routes, async (visit) => visit.c.html(await admissionsPage(visit, untouched(visit)))),
  );
  web.get(`${base}/applications/:person`, visitingAsSteward(routes, showApplication));
  web.post(`${base}/applications/:person`, visitingAsSteward(routes, decideApplication));
  web.get(`${base}/listeners`, visitingAsSteward(routes, showListener));
  web.post(`${base}/listeners`, visitingAsSteward(routes, decideListener));
  web.post(`${base}/invitations`, visitingAsSteward(routes, invite));
  web.post(`${base}/invitations/:person/withdrawal`, visitingAsSteward(routes, takeInvitationBack));
  web.post(`${base}/links`, visitingAsSteward(routes, makeLink));
  web.post(`${base}/links/:link/withdrawal`, visitingAsSteward(routes, takeLinkBack));
}

async function showApplication(visit: CommunityVisit): Promise<Response> {
  const applicant = await readApplication(visit, personParameter(visit));
  if (applicant === undefined) return showNotFound(visit.c);
  return visit.c.html(<ApplicationPage visit={visit} applicant={applicant} form={untouched(visit)} />);
}

async function decideApplication(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const personId = personParameter(visit);
  const applicant = await readApplication(visit, personId);
  if (applicant === undefined) return showNotFound(c);
  const input = { communityId: community.id, personId, reason: textOf(sentForm(c), "reason") };
  const again = (form: FormState) => <ApplicationPage visit={visit} applicant={applicant} form={form} />;
  return textOf(sentForm(c), "decision") === "approve"
    ? carryOut(visit, approveApplication, input, { ...backWith(visit, "approved"), again })
    : carryOut(visit, declineApplication, input, { ...backWith(visit, "declined"), again });
}

async function showListener(visit: CommunityVisit): Promise<Response> {
  const listener = await readWaitingListener(visit, visit.c.req.query("uri") ?? "");
  if (listener === undefined) return showNotFound(visit.c);
  return visit.c.html(<ListenerPage visit={visit} listener={listener} form={untouched(visit)} />);
}

async function decideListener(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const uri = textOf(sentForm(c), "uri");
  const listener = await readWaitingListener(visit, uri);
  if (listener === undefined) return showNotFound(c);
  const input = { communityId: community.id, actorId: community.id, uri, reason: textOf(sentForm(c), "reason") };
  const again = (form: FormState) => <ListenerPage visit={visit} listener={listener} form={form} />;
  return textOf(sentForm(c), "decision") === "approve"
    ? carryOut(visit, approveListener, input, { ...backWith(visit, "listener-approved"), again })
    : carryOut(visit, declineListener, input, { ...backWith(visit, "listener-declined"), again });
}

async function invite(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const again = (form: FormState) => admissionsPage(visit, form);
  const found = await personFor(visit, textOf(sentForm(c), "invited"));
  if (!found.ok) return refuse(c, { ...found.refusal, field: "invited" }, { again });
  const input = { communityId: community.id, personId: found.value, note: textOf(sentForm(c), "note") };
  return carryOut(visit, invitePerson, input, { ...backWith(visit, "invited"), again });
}

function takeInvitationBack(visit: CommunityVisit): Promise<Response> {
  const input = { communityId: visit.community.id, personId: personParameter(visit) };
  return carryOut(visit, withdrawInvitation, input, actOn(visit, "invitation-withdrawn"));
}

/** Shows the link at once and never again: only its hash is kept. */
async function makeLink(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const form = sentForm(c);
  const token = newToken();
  const input = {
    communityId: community.id,
    tokenHash: hashOfToken(token),
    uses: textOf(form, "uses"),
    days: textOf(form, "days"),
  };
  const made = await application.execute(makeInvitationLink, input, byReader(c));
  if (!made.ok) return refuse(c, made.refusal, { again: (refused) => admissionsPage(visit, refused) });
  const address = new URL(`${underCommunity(community, "join")}?invitation=${token}`, application.origin);
  return c.html(await admissionsPage(visit, untouched(visit), { link: address.href }));
}

function takeLinkBack(visit: CommunityVisit): Promise<Response> {
  const input = { communityId: visit.community.id, linkId: visit.c.req.param("link") ?? "" };
  return carryOut(visit, withdrawInvitationLink, input, actOn(visit, "link-withdrawn"));
}

async function admissionsPage(
  visit: CommunityVisit,
  form: FormState,
  made?: { readonly link: string },
): Promise<HtmlEscapedString> {
  return <AdmissionsPage visit={visit} admissions={await readAdmissions(visit)} form={form} link={made?.link} />;
}

function actOn(visit: CommunityVisit, done: AdmissionsDone): Act<unknown> {
  return { ...backWith(visit, done), again: (form) => admissionsPage(visit, form) };
}

function backWith(visit: CommunityVisit, done: AdmissionsDone) {
  const path = underCommunity(visit.community, "admissions");
  return { page: path, onwards: () => ({ path, done }) };
}

function untouched({ c }: { readonly c: PageContext }): FormState {
  return untouchedForm(c.var.t);
}

function personParameter({ c }: CommunityVisit): string {
  return c.req.param("person") ?? "";
}
