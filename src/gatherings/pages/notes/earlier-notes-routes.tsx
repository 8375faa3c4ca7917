import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { writesNotes } from "../../commands/notes/participants.ts";
import { deleteNotes } from "../../commands/notes/delete-notes.ts";
import { noteVersion } from "../../store/notes/notes.read.ts";
import { aboutOf, byKind, carryOut, forbidden } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { DeletionPage } from "./deletion-page.tsx";
import { placeAsked, readNotesView, visitingAsReader, writersOf, type NotesAtPlace } from "./notes-view.ts";
import { VersionPage } from "./version-page.tsx";

/** Earlier versions of notes, and deleting those that are not wanted any more. */
export function earlierNotesRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/notes/:place/versions/:version",
    visitingAsReader(application, async (visit) => {
      const { c, gathering, standing } = visit;
      if (!(await writesNotes(application.read, gathering, standing))) return forbidden(c, "not-a-note-writer");
      const one = await placeAsked(visit);
      const asked = Number(c.req.param("version"));
      const version =
        one !== undefined && Number.isSafeInteger(asked)
          ? await noteVersion(application.read, gathering.id, one.place, asked)
          : undefined;
      if (one === undefined || version === undefined) return showNotFound(c);
      const writers = await writersOf(visit, [version]);
      return c.html(<VersionPage visit={visit} one={one} version={version} writers={writers} />);
    }),
  );
  const path = "/gatherings/:id/notes/:place/deletion";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const one = await unwanted(visit);
      if (one === undefined) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<DeletionPage visit={visit} one={one} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, (visit) => {
      const place = visit.c.req.param("place") ?? "";
      const sure = textOf(sentForm(visit.c), "sure") === "yes" ? ("yes" as const) : ("" as const);
      return carryOut(
        visit,
        deleteNotes,
        { ...aboutOf(visit.gathering), place, sure },
        {
          page: visit.c.req.path,
          onwards: () => ({ path: `${gatheringPath(visit.gathering)}/notes`, done: "deleted" }),
          again: async (form) => (
            <DeletionPage visit={visit} one={(await unwanted(visit)) ?? { place, title: "" }} form={form} />
          ),
          fieldFor: byKind({ "deletion-not-sure": "sure" }),
        },
      );
    }),
  );
}

/** The notes that a route names, if they may be deleted: their block has none any more, or is out of the agenda. */
async function unwanted(visit: GatheringVisit): Promise<NotesAtPlace | undefined> {
  const { switchedOff, removed } = await readNotesView(visit);
  return [...switchedOff, ...removed].find(({ place }) => place === visit.c.req.param("place"));
}
