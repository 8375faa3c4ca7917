import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { visiting } from "../visit.ts";
import { DoneNotice } from "./done-notice.tsx";
import { GatheringPage } from "./gathering-page.tsx";
import { readGatheringView } from "./gathering-view.ts";

/** The page of a gathering. */
export function gatheringRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id",
    visiting(application, async (visit) => {
      const view = await readGatheringView(visit);
      return visit.c.html(<GatheringPage view={view} notice={<DoneNotice view={view} />} />);
    }),
  );
}
