import type { Hono } from "hono";
import type { Child } from "hono/jsx";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { chooseNoteWriters } from "../../commands/notes/choose-note-writers.ts";
import { writeNotes } from "../../commands/notes/write-notes.ts";
import { everyoneWrites, noteVersions } from "../../store/notes/notes.read.ts";
import { aboutOf, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, type GatheringVisit } from "../visit.ts";
import { earlierNotesRoutes } from "./earlier-notes-routes.tsx";
import { NotesPage } from "./notes-page.tsx";
import { placeAsked, readNotesView, visitingAsReader, writersOf, writesNow, type NotesAtPlace } from "./notes-view.ts";
import { TogetherPage } from "./together-page.tsx";
import { notesPath, ReadingPage, WritingPage } from "./writing-page.tsx";

const versionsShown = 20;

/** Notes of a gathering: reading them, writing them, and who may. */
export function notesRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/notes`;
  web.get(
    "/gatherings/:id/notes",
    visitingAsReader(application, async (visit) =>
      visit.c.html(await notesPage(visit, await formOrKept(visit.c, application, path(visit)))),
    ),
  );
  web.post(
    "/gatherings/:id/notes/writers",
    visiting(application, (visit) => {
      const writers = textOf(sentForm(visit.c), "writers") as "everyone";
      const input = { ...aboutOf(visit.gathering), writers };
      return carryOut(visit, chooseNoteWriters, input, {
        page: path(visit),
        onwards: () => ({ path: path(visit), done: "writers" }),
        again: (form) => notesPage(visit, form),
      });
    }),
  );
  placeRoutes(web, application);
  earlierNotesRoutes(web, application);
}

function placeRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/notes/:place",
    visitingAsReader(application, async (visit) => {
      const one = await placeAsked(visit);
      if (one === undefined) return showNotFound(visit.c);
      if (!(await writesNow(visit))) return visit.c.html(<ReadingPage visit={visit} one={one} />);
      return visit.c.html(await writingPage(visit, one, await formOrKept(visit.c, application, notesPath(visit, one))));
    }),
  );
  web.post(
    "/gatherings/:id/notes/:place",
    visiting(application, async (visit) => {
      const sent = sentForm(visit.c);
      const one = { place: visit.c.req.param("place") ?? "", title: "" };
      const page = notesPath(visit, one);
      const [version, text] = [textOf(sent, "version"), textOf(sent, "text")];
      return carryOut(
        visit,
        writeNotes,
        { ...aboutOf(visit.gathering), place: one.place, version, text },
        {
          page,
          onwards: () => ({ path: page, done: "written" }),
          again: (form) => pageAfterRefusal(visit, form),
        },
      );
    }),
  );
}

async function notesPage(visit: GatheringVisit, form: FormState) {
  const view = await readNotesView(visit);
  const everyone = await everyoneWrites(visit.application.read, visit.gathering.id);
  const { t } = form;
  const done = doneKey(visit.c, ["writers", "deleted"]);
  const notice =
    done === undefined ? (
      <RefusalSummary form={form} fields={{ writers: t("gatherings.notes.writers-label") }} />
    ) : (
      <Notice t={t} what={t(`gatherings.notes.done.${done}`)} />
    );
  return <NotesPage view={view} everyone={everyone} form={form} notice={notice} />;
}

/** Where two wrote at once, both texts; for any other refusal the form again, with what to mend. */
async function pageAfterRefusal(visit: GatheringVisit, form: FormState) {
  const one = await placeAsked(visit);
  const refused = <RefusalSummary form={form} fields={{ text: form.t("gatherings.notes.text") }} />;
  const shown = one ?? { place: visit.c.req.param("place") ?? "", title: "", notes: nothingWritten };
  const isOutdated = one !== undefined && textOf(form.typed, "version") !== String(one.notes.version);
  if (!isOutdated || form.faults["text"] !== undefined) return writingPage(visit, shown, form, refused);
  const { versions, writers } = await historyOf(visit, one);
  const own = textOf(form.typed, "text");
  return <TogetherPage visit={visit} one={one} versions={versions} writers={writers} own={own} />;
}

const nothingWritten = { place: "", version: 0, text: "", writerId: undefined, writtenAt: undefined } as const;

async function writingPage(visit: GatheringVisit, one: NotesAtPlace, form: FormState, refused?: Child) {
  const { t } = form;
  const isSaved = doneKey(visit.c, ["written"]) === "written";
  const notice = isSaved ? (
    <Notice t={t} what={t("gatherings.notes.done.written")} told={t("gatherings.notes.done-told.written")} />
  ) : undefined;
  const history = await historyOf(visit, one);
  return <WritingPage visit={visit} one={one} {...history} form={form} isSaved={isSaved} notice={refused ?? notice} />;
}

async function historyOf(visit: GatheringVisit, { place }: Pick<NotesAtPlace, "place">) {
  const versions = await noteVersions(visit.application.read, visit.gathering.id, place, versionsShown);
  return { versions, writers: await writersOf(visit, versions) };
}
