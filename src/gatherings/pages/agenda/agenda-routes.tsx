import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { Command } from "../../../kernel/commands/command.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerAgendaConsent } from "../../commands/agenda/answer-agenda-consent.ts";
import { askAgendaConsent } from "../../commands/agenda/ask-agenda-consent.ts";
import { concludeAgendaConsent } from "../../commands/agenda/conclude-agenda-consent.ts";
import { proposeItem } from "../../commands/agenda/propose-item.ts";
import { publishAgenda } from "../../commands/agenda/publish-agenda.ts";
import { settleItem } from "../../commands/agenda/settle-item.ts";
import { withdrawItem } from "../../commands/agenda/withdraw-item.ts";
import type { AgendaItem } from "../../model/agenda/item.ts";
import { itemById } from "../../store/agenda/items.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { agendaPath } from "./agenda-path.ts";
import { AgendaPage } from "./agenda-page.tsx";
import { readAgendaView } from "./agenda-view.ts";
import { AgendaDone } from "./done-notice.tsx";
import { ItemPage } from "./item-page.tsx";
import { blockRoutes } from "./block-routes.tsx";
import { startingRoutes } from "./starting-routes.tsx";

/** A gathering's agenda: reading, consenting, proposing, and what organisers do with it. */
export function agendaRoutes(web: Hono<PageEnv>, application: Application): void {
  readingRoutes(web, application);
  itemRoutes(web, application);
  blockRoutes(web, application);
  startingRoutes(web, application);
}

function readingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/agenda",
    visiting(application, async (visit) => {
      const view = await readAgendaView(visit);
      const form = await formOrKept(visit.c, application, agendaPath(visit.gathering));
      const isUntouched = Object.keys(form.typed).length === 0;
      return visit.c.html(
        <AgendaPage view={view} form={form} {...(isUntouched && { notice: <AgendaDone c={visit.c} /> })} />,
      );
    }),
  );
  web.post(
    "/gatherings/:id/agenda/consent",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const said = { version: textOf(sent, "version"), answer: textOf(sent, "answer"), reason: textOf(sent, "reason") };
      return onTheAgenda(visit, answerAgendaConsent, { ...aboutOf(visit.gathering), ...said }, "answered");
    }),
  );
  for (const [part, command, done] of [
    ["consent/asking", askAgendaConsent, "asked"],
    ["consent/outcome", concludeAgendaConsent, "concluded"],
    ["publication", publishAgenda, "published"],
  ] as const) {
    web.post(
      `/gatherings/:id/agenda/${part}`,
      visiting(application, (visit) => onTheAgenda(visit, command as Command, aboutOf(visit.gathering), done)),
    );
  }
}

function itemRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/agenda/items",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const item = { title: textOf(sent, "title"), note: textOf(sent, "note"), minutes: textOf(sent, "minutes") };
      return onTheAgenda(visit, proposeItem, { ...aboutOf(visit.gathering), ...item }, "proposed");
    }),
  );
  const path = "/gatherings/:id/agenda/items/:item";
  web.post(
    `${path}/withdrawal`,
    visiting(application, async (visit) => {
      const item = await itemAsked(visit);
      if (item === undefined) return showNotFound(visit.c);
      return onTheAgenda(visit, withdrawItem, { ...aboutOf(visit.gathering), itemId: item.id }, "withdrawn");
    }),
  );
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const item = await itemAsked(visit);
      if (item === undefined) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<ItemPage visit={visit} item={item} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, async (visit) => {
      const item = await itemAsked(visit);
      if (item === undefined) return showNotFound(visit.c);
      const sent = sentForm(visit.c);
      const decision = textOf(sent, "decision") as "take";
      const said = { decision, minutes: textOf(sent, "minutes"), reason: textOf(sent, "reason") };
      return carryOut(
        visit,
        settleItem,
        { ...aboutOf(visit.gathering), itemId: item.id, ...said },
        {
          page: visit.c.req.path,
          onwards: () => ({ path: agendaPath(visit.gathering), done: "settled" }),
          again: (form) => <ItemPage visit={visit} item={item} form={form} />,
          fieldFor: byKind({ "decline-needs-reason": "reason", "too-many-blocks": "decision" }),
        },
      );
    }),
  );
}

/** Carries out what a form of the agenda's own page asks for. */
function onTheAgenda<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  visit: GatheringVisit,
  command: Command<Schema, Value, Refusal>,
  input: unknown,
  done: string,
): Promise<Response> {
  return carryOut(visit, command, input, {
    page: agendaPath(visit.gathering),
    onwards: () => ({ path: agendaPath(visit.gathering), done }),
    again: async (form: FormState) => <AgendaPage view={await readAgendaView(visit)} form={form} />,
    fieldFor: byKind({ "objection-needs-reason": "reason", "only-who-comes": "answer", "too-many-items": "title" }),
  });
}

/** The item of the address, if it waits at this gathering or in its community's backlog. */
async function itemAsked({ c, application, gathering }: GatheringVisit): Promise<AgendaItem | undefined> {
  const item = await itemById(application.read, c.req.param("item") ?? "");
  if (item === undefined || item.communityId !== gathering.communityId) return undefined;
  const isHere = item.gatheringId === gathering.id && item.state === "proposed";
  return isHere || item.state === "backlog" ? item : undefined;
}
