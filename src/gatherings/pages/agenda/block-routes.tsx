import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { editBlock } from "../../commands/agenda/edit-block.ts";
import { moveBlock } from "../../commands/agenda/move-block.ts";
import { removeBlock } from "../../commands/agenda/remove-block.ts";
import type { AgendaBlock } from "../../model/agenda/block.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { editingPath } from "./agenda-path.ts";
import { readTimedAgenda } from "./agenda-view.ts";
import { BlockPage } from "./block-page.tsx";
import { AgendaDone } from "./done-notice.tsx";
import { EditingPage } from "./editing-page.tsx";
import { hostNames, typedHost } from "./host-names.ts";

/** Writing the agenda: its blocks, their order, and each of them. */
export function blockRoutes(web: Hono<PageEnv>, application: Application): void {
  editingRoutes(web, application);
  singleRoutes(web, application);
}

function editingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/agenda/edit",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, editingPath(visit.gathering));
      const [timed, names] = await Promise.all([readTimedAgenda(visit), hostNames(visit)]);
      return visit.c.html(<EditingPage timed={timed} names={names} form={form} notice={<AgendaDone c={visit.c} />} />);
    }),
  );
  web.post(
    "/gatherings/:id/agenda/edit",
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), blocks: [wordsSent(sentForm(visit.c))] };
      return carryOut(visit, addBlocks, input, {
        ...againEditing(visit),
        onwards: ({ blockIds }) => ({ path: changedBlock(visit, blockIds[0]), done: "changed" }),
        fieldOf: (field) => field.replace(/^blocks\.0\./, ""),
        fieldFor: byKind({ "too-many-blocks": "title" }),
      });
    }),
  );
  web.post(
    "/gatherings/:id/agenda/order",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const direction = textOf(sent, "up") === "" ? "down" : "up";
      const blockId = textOf(sent, direction);
      return carryOut(
        visit,
        moveBlock,
        { ...aboutOf(visit.gathering), blockId, direction },
        {
          ...againEditing(visit),
          onwards: () => ({ path: changedBlock(visit, blockId), done: "changed" }),
        },
      );
    }),
  );
}

function singleRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/agenda/blocks/:block";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const block = await blockAsked(visit);
      if (block === undefined) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      const [host, names] = await Promise.all([typedHost(visit, block), hostNames(visit)]);
      return visit.c.html(<BlockPage visit={visit} block={block} host={host} names={names} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, async (visit) => {
      const block = await blockAsked(visit);
      if (block === undefined) return showNotFound(visit.c);
      const input = { ...aboutOf(visit.gathering), blockId: block.id, ...wordsSent(sentForm(visit.c)) };
      return carryOut(visit, editBlock, input, {
        page: visit.c.req.path,
        onwards: () => ({ path: changedBlock(visit, block.id), done: "changed" }),
        again: async (form) => (
          <BlockPage
            visit={visit}
            block={block}
            host={await typedHost(visit, block)}
            names={await hostNames(visit)}
            form={form}
          />
        ),
      });
    }),
  );
  web.post(
    `${path}/removal`,
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), blockId: visit.c.req.param("block") ?? "" };
      return carryOut(visit, removeBlock, input, {
        ...againEditing(visit),
        onwards: () => ({ path: editingPath(visit.gathering), done: "changed" }),
      });
    }),
  );
}

function againEditing(visit: GatheringVisit) {
  return {
    page: editingPath(visit.gathering),
    again: async (form: Parameters<typeof EditingPage>[0]["form"]) => (
      <EditingPage timed={await readTimedAgenda(visit)} names={await hostNames(visit)} form={form} />
    ),
  };
}

/** The page of all blocks, at this one: reading and the keyboard go on where they were. */
function changedBlock({ gathering }: GatheringVisit, blockId: string | undefined): string {
  return `${editingPath(gathering)}#block-${blockId ?? ""}`;
}

function wordsSent(sent: FormInput) {
  const names = ["title", "purpose", "structure", "minutes", "host", "notes", "recording"] as const;
  const [title, purpose, structure, minutes, host, notes, recording] = names.map((name) => textOf(sent, name));
  return { title, purpose, structure, minutes, host, notes, recording };
}

async function blockAsked({ c, application, gathering }: GatheringVisit): Promise<AgendaBlock | undefined> {
  return blockOf(application.read, gathering.id, c.req.param("block") ?? "");
}
