import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { csvFrom } from "../../../kernel/text/csv.ts";
import { textOf } from "../../../ui/form-input.ts";
import { broughtFile } from "../../../ui/form-file.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addTargets } from "../../commands/outreach/add-targets.ts";
import { beginOutreach } from "../../commands/outreach/begin-outreach.ts";
import { dropTarget } from "../../commands/outreach/drop-target.ts";
import { revokeTeamLink } from "../../commands/outreach/revoke-team-link.ts";
import { mostTargets, rowsOfTargets, type ReadTargets } from "../../model/outreach/read-targets.ts";
import { aboutOf, byKind, carryOut, refuse } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { BoardPage } from "./board-page.tsx";
import { readBoardView } from "./board-view.ts";
import { readSentList, withoutKnown } from "./read-list.ts";
import { ReadListPage } from "./read-list-page.tsx";
import { letterRoutes } from "./letter-routes.tsx";
import { teamRoutes } from "./team-routes.tsx";

const page = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/outreach`;

const unreadable = (line: string) => ({ kind: "target-unreadable", line: line.slice(0, 80) }) as const;
const nothingRead = { kind: "no-target-read" } as const;
const tooMany = { kind: "too-many-targets", most: mostTargets } as const;

/** The route whose form may bring a list as a file. */
export const outreachPath = "/gatherings/:id/outreach";

/** Reaching out: the board, and asking those on it; and the links by which instances bring their teams. */
export function outreachRoutes(web: Hono<PageEnv>, application: Application): void {
  const board = async (visit: GatheringVisit, form: FormState) => (
    <BoardPage view={await readBoardView(visit)} form={form} />
  );
  web.get(
    outreachPath,
    visitingAsOrganiser(application, async (visit) =>
      visit.c.html(await board(visit, await formOrKept(visit.c, application, page(visit)))),
    ),
  );
  web.post(
    outreachPath,
    visitingAsOrganiser(application, async (visit) => {
      const sent = sentForm(visit.c);
      const list = readSentList(sent);
      const again = (form: FormState) => board(visit, form);
      const fieldFor = byKind({ "no-target-read": "list", "too-many-targets": "list", "target-unreadable": "list" });
      if (list.targets.length > mostTargets) return refuse(visit.c, tooMany, { again, fieldFor });
      // What is in a file nobody has seen here.
      if (textOf(sent, "step") === "read" || broughtFile(sent, "list")) {
        if (list.targets.length + list.skipped.length === 0) return refuse(visit.c, nothingRead, { again, fieldFor });
        return visit.c.html(readListPage(visit, await withoutKnown(visit, list)));
      }
      const unread = list.skipped.find(({ reason }) => reason === "unreadable");
      if (unread !== undefined) return refuse(visit.c, unreadable(unread.what), { again, fieldFor });
      const input = { ...aboutOf(visit.gathering), targets: [...list.targets] };
      const onwards = () => ({ path: page(visit), done: "added" });
      return carryOut(visit, addTargets, input, { page: page(visit), onwards, again, fieldFor });
    }),
  );
  web.post(
    "/gatherings/:id/outreach/asking",
    visiting(application, (visit) =>
      carryOut(visit, beginOutreach, aboutOf(visit.gathering), {
        page: page(visit),
        onwards: () => ({ path: page(visit), done: "asking" }),
        again: (form) => board(visit, form),
      }),
    ),
  );
  const oneTarget = (visit: GatheringVisit) => ({
    ...aboutOf(visit.gathering),
    targetId: visit.c.req.param("target") ?? "",
  });
  web.post(
    "/gatherings/:id/outreach/:target/removal",
    visiting(application, (visit) =>
      carryOut(visit, dropTarget, oneTarget(visit), {
        page: page(visit),
        onwards: () => ({ path: page(visit), done: "dropped" }),
        again: (form) => board(visit, form),
      }),
    ),
  );
  web.post(
    "/gatherings/:id/outreach/:target/link-removal",
    visiting(application, (visit) =>
      carryOut(visit, revokeTeamLink, oneTarget(visit), {
        page: page(visit),
        onwards: () => ({ path: page(visit), done: "revoked" }),
        again: (form) => board(visit, form),
      }),
    ),
  );
  // To people, the address of an invitation is the gathering's page.
  web.get(
    "/gatherings/:id/invitations/:target",
    visiting(application, ({ c, gathering }) => c.redirect(gatheringPath(gathering))),
  );
  teamRoutes(web, application);
  letterRoutes(web, application);
}

/** What was read, with what is taken of it in the form, so that the next step takes just that. */
function readListPage(visit: GatheringVisit, list: ReadTargets) {
  const typed = { list: [csvFrom(rowsOfTargets(list.targets)).trim()] };
  return <ReadListPage visit={visit} list={list} form={{ ...untouchedForm(visit.c.var.t), typed }} />;
}
