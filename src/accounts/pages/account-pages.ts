import type { Hono } from "hono";
import type { PageContext, PageEnv } from "../../ui/request.ts";
import * as elsewhere from "./elsewhere/acts.ts";
import { showProfile } from "./elsewhere/profile-page.tsx";
import { showContact, showElsewhere } from "./elsewhere/showing.tsx";
import { changeAbout, showAbout } from "./me/about.tsx";
import { exportAsCsv, exportAsJson } from "./me/export.ts";
import { chooseMain, removeIdentity } from "./me/identities.tsx";
import { leaveForGood, showLeaving, showLeft } from "./me/leave.tsx";
import { showMyPage } from "./me/my-page.tsx";
import { changeNotices, showNotices } from "./me/notices.tsx";
import { endOne, endOthers } from "./me/sessions.tsx";
import { exportHosts, importHosts } from "./operator/host-lists.ts";
import { block, showHosts, unblock } from "./operator/hosts.tsx";
import { operating } from "./operator/operating.tsx";
import { reinstate, showPeople, suspend } from "./operator/people.tsx";
import { setUp, showSetUp } from "./operator/set-up.tsx";
import { saveSettings, showSettings } from "./operator/settings.tsx";
import { showWork } from "./operator/work.tsx";
import type { AccountPageServices } from "./account-page-services.ts";
import { forgetTakenForms } from "./session/kept-forms.ts";
import { expectCode, goOnByCode, showCodePage } from "./sign-in/by-code.tsx";
import { goOnByLink, sendLink, showLink, showLinkSent } from "./sign-in/by-link.tsx";
import { comeFromServer, goToServer } from "./sign-in/by-server.tsx";
import { askWhetherOne, becomeOne } from "./sign-in/one-person.tsx";
import { showSignIn } from "./sign-in/sign-in-page.tsx";
import { signOut } from "./sign-in/sign-out.ts";

type Handler = (c: PageContext, services: AccountPageServices) => Response | Promise<Response>;

/** All routes of accounts. They come before those of other capabilities, so that every form that is taken forgets what was kept of it. */
export function accountPages(web: Hono<PageEnv>, services: AccountPageServices): void {
  const answer = (handler: Handler) => (c: PageContext) => handler(c, services);
  const asOperator = (handler: Handler) => operating(services, handler);
  web.use(forgetTakenForms(services.application));

  web.get("/sign-in", answer(showSignIn));
  web.post("/sign-in/server", answer(goToServer));
  web.get("/sign-in/from/:host", answer(comeFromServer));
  web.post("/sign-in/code", answer(expectCode));
  web.get("/sign-in/code", answer(showCodePage));
  web.post("/sign-in/code/arrival", answer(goOnByCode));
  web.post("/sign-in/link", answer(sendLink));
  web.get("/sign-in/link/sent", answer(showLinkSent));
  web.get("/sign-in/link", answer(showLink));
  web.post("/sign-in/link/opened", answer(goOnByLink));
  web.get("/sign-in/one-person", answer(askWhetherOne));
  web.post("/sign-in/one-person", answer(becomeOne));
  web.post("/sign-out", answer(signOut));

  web.get("/me", answer(showMyPage));
  web.get("/me/about", answer(showAbout));
  web.post("/me/about", answer(changeAbout));
  web.get("/me/notices", answer(showNotices));
  web.post("/me/notices", answer(changeNotices));
  web.post("/me/identities/main", answer(chooseMain));
  web.post("/me/identities/removal", answer(removeIdentity));
  web.post("/me/sessions/end", answer(endOne));
  web.post("/me/sessions/end-others", answer(endOthers));
  web.get("/me/export.json", answer(exportAsJson));
  web.get("/me/export.csv", answer(exportAsCsv));
  web.get("/me/leave", answer(showLeaving));
  web.post("/me/leave", answer(leaveForGood));
  web.get("/left", answer(showLeft));

  web.get("/me/elsewhere", answer(showElsewhere));
  web.post("/me/elsewhere", answer(elsewhere.open));
  web.post("/me/elsewhere/name", answer(elsewhere.rename));
  web.post("/me/elsewhere/follows", answer(elsewhere.follow));
  web.post("/me/elsewhere/messages", answer(elsewhere.write));
  web.get("/me/elsewhere/actors/:contact", answer(showContact));
  web.post("/me/elsewhere/actors/:contact/messages", answer(elsewhere.writeOn));
  web.post("/me/elsewhere/actors/:contact/unfollow", answer(elsewhere.unfollow));
  web.post("/me/elsewhere/actors/:contact/silence", answer(elsewhere.silence));
  web.post("/me/elsewhere/posts/:post/replies", answer(elsewhere.reply));
  web.post("/me/elsewhere/posts/:post/answers", answer(elsewhere.answer));
  web.get("/people/:actor", answer(showProfile));

  web.get("/set-up", answer(showSetUp));
  web.post("/set-up", answer(setUp));
  web.get("/operator", asOperator(showSettings));
  web.post("/operator", asOperator(saveSettings));
  web.get("/operator/people", asOperator(showPeople));
  web.post("/operator/people/suspend", asOperator(suspend));
  web.post("/operator/people/reinstate", asOperator(reinstate));
  web.get("/operator/hosts", asOperator(showHosts));
  web.post("/operator/hosts", asOperator(block));
  web.post("/operator/hosts/removal", asOperator(unblock));
  web.get("/operator/hosts.csv", asOperator(exportHosts));
  web.post("/operator/hosts/import", asOperator(importHosts));
  web.get("/operator/work", asOperator(showWork));
}
