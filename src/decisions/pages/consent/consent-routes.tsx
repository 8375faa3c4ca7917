import type { Hono } from "hono";
import { forbidden, formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { matterOfDraft } from "../../commands/charter/consent-bound.ts";
import { draftConsent } from "../../commands/consent/draft-consent.ts";
import { editDraft } from "../../commands/consent/edit-draft.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { decisionPath } from "../register/register-paths.ts";
import { rulesOfForm, type RulesOfForm } from "../charter/bound-form.ts";
import { matterPath } from "../charter/bound-rules.tsx";
import { filledIn } from "../charter/filled-in.ts";
import { carryOut } from "../acts.ts";
import { threadPath } from "../addresses.ts";
import { visitingThread } from "../visit.ts";
import { readAsking } from "../electorate/asking.ts";
import { amendmentRoutes } from "./amendment-routes.tsx";
import { askedRoutes } from "./asked-routes.tsx";
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
      const rules = await rulesOfForm(visit, { preset: "", matter: visit.c.req.query("matter") ?? "" });
      const { bound } = rules;
      if (bound !== undefined && bound.bylaws.method !== consentWay) {
        return visit.c.redirect(matterPath(visit.thread, { id: bound.id, isByConsent: false }), 303);
      }
      const filled = filledIn(form, visit.c.req.query("preset"));
      return visit.c.html(<DraftingPage visit={visit} form={filled} action={action} asking={asking} rules={rules} />);
    }),
  );
  web.post(
    "/threads/:thread/consents",
    visitingThread(application, async (visit) => {
      const { thread, community, c } = visit;
      const matter = textOf(sentForm(c), "matter");
      const about = { communityId: thread.communityId, threadId: thread.id, zone: community.zone, matter };
      const rules = await rulesOfForm(visit, { preset: "", matter });
      const path = threadPath(thread);
      return carryOut(
        visit,
        draftConsent,
        { ...about, ...draftIn(sentForm(c)) },
        {
          page: `${path}/consents/new${rules.bound === undefined ? "" : `?matter=${rules.bound.id}`}`,
          onwards: ({ consentId }) => ({ path: `/consents/${consentId}`, done: "drafted" }),
          again: async (form) => {
            const asking = await readAsking(visit);
            return <DraftingPage visit={visit} form={form} action={`${path}/consents`} asking={asking} rules={rules} />;
          },
        },
      );
    }),
  );
  web.get(
    "/consents/:consent",
    visitingConsent(application, async (visit) => {
      if (visit.consent.state === "draft" && !visit.isMember) return showNotFound(visit.c);
      if (visit.consent.proposalId !== undefined) return toDecision(visit);
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
  askedRoutes(web, application);
  amendmentRoutes(web, application);
  consentActs(web, application);
}

/** What keeps the decision of a proposal has its page there, also after an answer to its review. */
async function toDecision({ c, application, consent }: ConsentVisit): Promise<Response> {
  const decision = await decisionOfConsent(application.read, consent.id);
  return decision === undefined ? showNotFound(c) : seeOther(c, decisionPath(decision), doneKey(c, ["reviewed"]));
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
      const rules = await rulesOfDraft(visit);
      const page = { draft, action, asking, rules };
      return visit.c.html(<DraftingPage visit={visit} form={form} {...page} />);
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
              rules: await rulesOfDraft(visit),
            };
            return <DraftingPage visit={visit} form={form} {...page} />;
          },
        },
      );
    }),
  );
}

/** The rules of the matter that a draft is about. */
async function rulesOfDraft(visit: ConsentVisit): Promise<RulesOfForm> {
  return rulesOfForm(visit, { preset: "", matter: await matterOfDraft(visit.application.read, visit.consent.id) });
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
