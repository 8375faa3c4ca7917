import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { doneKey, seeOther } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageEnv } from "../../../ui/request.ts";
import { addOutlet } from "../../commands/outlets/add-outlet.ts";
import { chooseNews, removeOutlet, resumeOutlet } from "../../commands/outlets/change-outlet.ts";
import { sealOutlet } from "../../commands/outlets/outlet-secrets.ts";
import { tryOutlet } from "../../commands/outlets/try-outlet.ts";
import { newsKinds } from "../../model/outlets/outlet.ts";
import { outletById, outletsOf } from "../../store/outlets/outlets.read.ts";
import { aboutOf, byKind, carryOut, refuse } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { outletLabels } from "./add-forms.tsx";
import { newsField } from "./outlet-item.tsx";
import { OutletsPage } from "./outlets-page.tsx";

/** What the pages of outlets need to know of the server. */
export interface OutletPageServices {
  /** The server's own, by which secrets are sealed. */
  readonly secret: Uint8Array;
  /** Whether this server asks others anything. */
  readonly isOn: boolean;
}

const done = ["added", "news", "test", "resume", "remove"] as const;

/** Where else the news of a gathering go; for its organisers alone. */
export function outletRoutes(web: Hono<PageEnv>, application: Application, services: OutletPageServices): void {
  web.get(
    "/gatherings/:id/outlets",
    visitingAsOrganiser(application, async (visit) => {
      const { t } = visit.c.var;
      const act = doneKey(visit.c, done);
      const notice = act && <Notice t={t} what={t(`gatherings.outlets.said.${act}`)} />;
      const outlets = await outletsOf(application.read, visit.gathering.id);
      const form = untouchedForm(t);
      return visit.c.html(
        <OutletsPage visit={visit} outlets={outlets} form={form} notice={notice} isOn={services.isOn} />,
      );
    }),
  );
  // A form with a secret in it is not kept for after signing in: whoever is not signed in sends it again.
  web.post(
    "/gatherings/:id/outlets",
    visitingAsOrganiser(application, (visit) => add(visit, services)),
  );
  web.post(
    "/gatherings/:id/outlets/:outlet",
    visitingAsOrganiser(application, (visit) => change(visit, services)),
  );
}

async function add(visit: GatheringVisit, services: OutletPageServices): Promise<Response> {
  const { c, application, gathering } = visit;
  const isWebhook = textOf(sentForm(c), "kind") === "webhook";
  const secret = newToken();
  const answer = await application.execute(addOutlet, inputOf(visit, services, isWebhook, secret), byReader(c));
  if (!answer.ok) {
    const address = isWebhook ? "webhook" : "homeserver";
    return refuse(c, answer.refusal, {
      again: (form) => again(visit, services, form),
      fieldFor: byKind({ "not-an-outlet-address": address, "not-a-room-name": "room" }),
      fieldOf: (field) => ({ address, sealed: "token" })[field] ?? field,
    });
  }
  // Of a form that was sent twice the first one holds, whose secret only its own answer could show.
  if (!isWebhook || answer.value.mark !== hashOfToken(secret)) return seeOther(c, pageOf(visit), "added");
  const outlets = await outletsOf(application.read, gathering.id);
  const form = untouchedForm(c.var.t);
  return c.html(
    <OutletsPage visit={visit} outlets={outlets} form={form} notice={null} isOn={services.isOn} secret={secret} />,
  );
}

function inputOf({ c, gathering }: GatheringVisit, services: OutletPageServices, isWebhook: boolean, secret: string) {
  const sent = sentForm(c);
  const address = textOf(sent, isWebhook ? "webhook" : "homeserver").trim();
  const token = textOf(sent, "token").trim();
  const matrix = token === "" ? "" : sealOutlet(services.secret, { kind: "matrix", token });
  return {
    ...aboutOf(gathering),
    kind: textOf(sent, "kind"),
    address,
    room: isWebhook ? "" : textOf(sent, "room"),
    sealed: isWebhook ? sealOutlet(services.secret, { kind: "webhook", address, secret }) : matrix,
    mark: hashOfToken(secret),
    news: newsKinds,
  };
}

async function change(visit: GatheringVisit, services: OutletPageServices): Promise<Response> {
  const { c, application, gathering } = visit;
  const outlet = await outletById(application.read, c.req.param("outlet") ?? "");
  if (outlet?.gatheringId !== gathering.id) return showNotFound(c);
  const about = { ...aboutOf(gathering), outletId: outlet.id };
  const sent = sentForm(c);
  const act = textOf(sent, "act");
  const acting = {
    page: pageOf(visit),
    onwards: () => ({ path: pageOf(visit), done: act }),
    again: (form: FormState) => again(visit, services, form),
    fieldOf: (field: string) => (field.startsWith("news") ? newsField(outlet) : field),
  };
  switch (act) {
    case "news":
      return carryOut(visit, chooseNews, { ...about, news: [...textsOf(sent, newsField(outlet))] }, acting);
    case "test":
      return services.isOn ? carryOut(visit, tryOutlet, about, acting) : showNotFound(c);
    case "resume":
      return carryOut(visit, resumeOutlet, about, acting);
    case "remove":
      return carryOut(visit, removeOutlet, about, acting);
    default:
      return showNotFound(c);
  }
}

async function again(visit: GatheringVisit, { isOn }: OutletPageServices, form: FormState) {
  const { t } = visit.c.var;
  const outlets = await outletsOf(visit.application.read, visit.gathering.id);
  const label = t("gatherings.outlets.news.label");
  const news: Readonly<Record<string, string>> = Object.fromEntries(outlets.map((one) => [newsField(one), label]));
  const fields = { ...outletLabels(t), ...news };
  const notice = <RefusalSummary form={form} fields={fields} />;
  return <OutletsPage visit={visit} outlets={outlets} form={form} notice={notice} isOn={isOn} />;
}

function pageOf({ gathering }: GatheringVisit): string {
  return `${gatheringPath(gathering)}/outlets`;
}
