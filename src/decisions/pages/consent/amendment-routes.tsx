import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import { circlesOf } from "../../../circles/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { writeAmendmentVersion } from "../../commands/charter/write-amendment.ts";
import { amendmentOf } from "../../store/charter/charter.read.ts";
import { carryOut } from "../acts.ts";
import { charterIn } from "../charter/charter-form.tsx";
import { AmendmentPage, amendmentPath } from "./amendment-page.tsx";
import { consentPath, visitingConsent, type ConsentVisit } from "./consent-visit.ts";
import { readConsentView } from "./consent-view.ts";
import { mayWriteAmendment } from "./may-write.ts";

/** Writing anew what a process would make of the charter. */
export function amendmentRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/consents/:consent/amendment",
    visitingConsent(application, async (visit) => {
      const form = await formOrKept(visit.c, application, amendmentPath(visit.consent));
      const page = await pageOf(visit, form);
      return page === undefined ? showNotFound(visit.c) : visit.c.html(page);
    }),
  );
  web.post(
    "/consents/:consent/amendment",
    visitingConsent(application, async (visit) => {
      const { consent, c } = visit;
      const sent = sentForm(c);
      const integration = textOf(sent, "integration");
      const input = {
        communityId: consent.communityId,
        consentId: consent.id,
        note: textOf(sent, "note"),
        ...(integration !== "" && { integration }),
        ...charterIn(sent),
      };
      return carryOut(visit, writeAmendmentVersion, input, {
        page: amendmentPath(consent),
        onwards: () => ({ path: consentPath(consent), done: consent.state === "draft" ? "draft-saved" : "version" }),
        again: async (form) => (await pageOf(visit, form)) ?? <></>,
      });
    }),
  );
}

async function pageOf(visit: ConsentVisit, form: FormState) {
  const { application, consent } = visit;
  const amendment = await amendmentOf(application.read, consent.id);
  if (amendment === undefined || !mayWriteAmendment(await readConsentView(visit))) return undefined;
  const circles = await circlesOf(application.read, consent.communityId);
  return <AmendmentPage visit={visit} form={form} amendment={amendment} circles={circles} />;
}
