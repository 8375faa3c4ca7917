import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { broughtFile } from "../../../ui/form-file.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm, untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { longestAgenda, readAgenda } from "../../model/agenda/read-agenda.ts";
import { suggestString } from "../../model/agenda/suggest-string.ts";
import { isTemplate, templateOf, type TemplateBlock } from "../../model/agenda/templates.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { aboutOf, carryOut, forbidden, refuse } from "../acts.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { agendaPath, editingPath } from "./agenda-path.ts";
import { ImportPage } from "./import-page.tsx";
import { StartingPage, type StringAsked } from "./starting-page.tsx";
import { wordedBlocks, wordsOfGathering } from "./template-words.ts";

/** Beginning an agenda from a template, a suggested string, or a text. */
export function startingRoutes(web: Hono<PageEnv>, application: Application): void {
  templateRoutes(web, application);
  importRoutes(web, application);
}

function templateRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/agenda/start";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(await startingPage(visit, form));
    }),
  );
  web.post(
    path,
    visiting(application, (visit) => {
      const blocks = wordedBlocks(wordsOfGathering(visit), blocksSent(visit));
      return carryOut(
        visit,
        addBlocks,
        { ...aboutOf(visit.gathering), blocks },
        {
          page: `${agendaPath(visit.gathering)}/start`,
          onwards: () => ({ path: editingPath(visit.gathering), done: "changed" }),
          again: (form) => startingPage(visit, form),
        },
      );
    }),
  );
}

/** The blocks of the template, or of the string, that a form names; none for what no page offers. */
function blocksSent({ c }: GatheringVisit): readonly TemplateBlock[] {
  const sent = sentForm(c);
  const template = textOf(sent, "template");
  if (isTemplate(template)) return templateOf(template).blocks;
  const suggested = suggestString(Number(textOf(sent, "people")), Number(textOf(sent, "minutes")));
  return suggested.ok ? suggested.value : [];
}

async function startingPage(visit: GatheringVisit, form: FormState) {
  const { c } = visit;
  const { t } = c.var;
  const [people, minutes] = [c.req.query("people"), c.req.query("minutes")];
  const asked: StringAsked = {
    people: people?.slice(0, 10) ?? "30",
    minutes: minutes?.slice(0, 10) ?? String((await firstLength(visit)) ?? 90),
  };
  const isAsked = people !== undefined && minutes !== undefined;
  const suggested = isAsked ? suggestString(Number(asked.people), Number(asked.minutes)) : undefined;
  const search =
    suggested === undefined || suggested.ok
      ? untouchedForm(t)
      : refusedForm(t, { people: [asked.people], minutes: [asked.minutes] }, suggested.refusal);
  const blocks = suggested?.ok === true ? suggested.value : undefined;
  return <StartingPage visit={visit} asked={asked} suggested={blocks} search={search} form={form} />;
}

/** The route whose form may bring the text of an agenda as a file. */
export const agendaImportPath = "/gatherings/:id/agenda/import";

function importRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    agendaImportPath,
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(await importPage(visit, form));
    }),
  );
  web.post(
    agendaImportPath,
    visiting(application, async (visit) => {
      const { c, standing } = visit;
      const text = textOf(sentForm(c), "text");
      const isTaken = textOf(sentForm(c), "step") === "take" && !broughtFile(sentForm(c), "text");
      if (!isTaken && standing.personId !== undefined) {
        if (!standing.organises) return forbidden(c, "not-an-organiser");
        const problem = problemOf(text);
        if (problem !== undefined) return refuse(c, problem, { again: (form) => importPage(visit, form) });
        return c.html(await importPage(visit, { t: c.var.t, typed: sentForm(c), faults: {} }));
      }
      const { blocks, backlog } = readAgenda(text, await firstLength(visit));
      return carryOut(
        visit,
        addBlocks,
        { ...aboutOf(visit.gathering), blocks, backlog },
        {
          page: c.req.path,
          onwards: () => ({ path: editingPath(visit.gathering), done: "changed" }),
          again: (form) => importPage(visit, form),
          fieldOf: () => "text",
        },
      );
    }),
  );
}

function problemOf(text: string) {
  if (text === "") return { kind: "agenda-text-needed", field: "text" };
  return text.length > longestAgenda ? { kind: "agenda-text-too-long", field: "text", most: longestAgenda } : undefined;
}

async function importPage(visit: GatheringVisit, form: FormState) {
  const sessionMinutes = await firstLength(visit);
  const text = textOf(form.typed, "text");
  const read = text === "" ? undefined : readAgenda(text, sessionMinutes);
  return <ImportPage visit={visit} form={form} read={read} sessionMinutes={sessionMinutes} />;
}

/** The length of the first session that stands, in minutes. */
async function firstLength({ application, gathering }: GatheringVisit): Promise<number | undefined> {
  const sessions = await sessionsOf(application.read, gathering.id);
  return sessions.find(({ cancelledAt }) => cancelledAt === undefined)?.time.lengthMinutes;
}
