import type { Hono } from "hono";
import { forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { draftConsent } from "../../commands/consent/draft-consent.ts";
import { editDraft } from "../../commands/consent/edit-draft.ts";
import { carryOut } from "../acts.ts";
import { threadPath } from "../addresses.ts";
import { visitingThread } from "../visit.ts";
import { readAsking } from "../electorate/asking.ts";
import { consentActs, doneKeys } from "./consent-acts.tsx";
import { ConsentPage } from "./consent-page.tsx";
import { readConsentView, type ConsentView } from "./consent-view.ts";
import { consentPath, visitingConsent, type ConsentVisit } from "./consent-visit.ts";
import { draftFields, DraftingPage } from "./drafting-page.tsx";

/** Drafting a proposal for consent, reading it, and everything that is done in its process. */
export function consentRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/threads/:thread/consents/new",
    visitingThread(application, async (visit) => {
      if (visit.personId !== undefined && !visit.isMember) return forbidden(visit.c, "only-members");
      const action = `${threadPath(visit.thread)}/consents`;
      const form = await formOrKept(visit.c, application, action);
      const asking = await readAsking(visit);
      return visit.c.html(<DraftingPage visit={visit} form={form} action={action} asking={asking} />);
    }),
  );
  web.post(
    "/threads/:thread/consents",
    visitingThread(application, (visit) => {
      const { thread, community, c } = visit;
      const about = { communityId: thread.communityId, threadId: thread.id, zone: community.zone };
      const path = threadPath(thread);
      return carryOut(
        visit,
        draftConsent,
        { ...about, ...draftIn(sentForm(c)) },
        {
          page: `${path}/consents/new`,
          onwards: ({ consentId }) => ({ path: `/consents/${consentId}`, done: "drafted" }),
          again: async (form) => {
            const asking = await readAsking(visit);
            return <DraftingPage visit={visit} form={form} action={`${path}/consents`} asking={asking} />;
          },
        },
      );
    }),
  );
  web.get(
    "/consents/:consent",
    visitingConsent(application, async (visit) => {
      if (visit.consent.state === "draft" && !visit.isMember) return showNotFound(visit.c);
      const view = await readConsentView(visit);
      const form = await formOrKept(visit.c, application, `${consentPath(visit.consent)}/answer`);
      return visit.c.html(<ConsentPage view={view} form={form} notice={<Done view={view} />} />);
    }),
  );
  // Whoever follows the address of what asks the circle is led to the page.
  for (const path of ["/consents/:consent/rounds/:round/:number", "/consents/:consent/outcome"]) {
    web.get(
      path,
      visitingConsent(application, ({ c, consent }) => c.redirect(consentPath(consent), 303)),
    );
  }
  draftRoutes(web, application);
  consentActs(web, application);
}

function draftRoutes(web: Hono<PageEnv>, application: Application): void {
  const mayEdit = (visit: ConsentVisit) =>
    visit.personId === visit.consent.authorId || (visit.isSteward && visit.consent.supersedes !== undefined);
  web.get(
    "/consents/:consent/draft",
    visitingConsent(application, async (visit) => {
      if (visit.consent.state !== "draft" || !mayEdit(visit)) return showNotFound(visit.c);
      const { version } = await readConsentView(visit);
      const action = `${consentPath(visit.consent)}/draft`;
      const form = await formOrKept(visit.c, application, action);
      const draft = { consent: visit.consent, version };
      const asking = await readAsking(visit, visit.consent.id);
      return visit.c.html(<DraftingPage visit={visit} form={form} draft={draft} action={action} asking={asking} />);
    }),
  );
  web.post(
    "/consents/:consent/draft",
    visitingConsent(application, (visit) => {
      const { consent, c } = visit;
      const about = { communityId: consent.communityId, consentId: consent.id };
      const path = consentPath(consent);
      return carryOut(
        visit,
        editDraft,
        { ...about, ...draftIn(sentForm(c)) },
        {
          page: `${path}/draft`,
          onwards: () => ({ path, done: "draft-saved" }),
          again: async (form) => {
            const { version } = await readConsentView(visit);
            const page = {
              draft: { consent, version },
              action: `${path}/draft`,
              asking: await readAsking(visit, consent.id),
            };
            return <DraftingPage visit={visit} form={form} {...page} />;
          },
        },
      );
    }),
  );
}

/** What the form of a draft sent; what is missing takes its default. */
function draftIn(sent: FormInput): Readonly<Record<string, string>> {
  const said = draftFields.flatMap((name) => (sent[name] === undefined ? [] : [[name, textOf(sent, name)] as const]));
  const asked = ["electorate", "circleId", "people"].map((name) => [name, textOf(sent, name)] as const);
  return {
    ...Object.fromEntries([...said, ...asked.filter(([, value]) => value !== "")]),
    hidesReactions: textOf(sent, "hidesReactions") === "yes" ? "yes" : "no",
  };
}

function Done({ view }: { readonly view: ConsentView }) {
  const { t } = view.visit.c.var;
  const done = doneKey(view.visit.c, doneKeys);
  if (done === undefined) return null;
  return <Notice t={t} what={t(`decisions.consent.done.${done}`)} />;
}
