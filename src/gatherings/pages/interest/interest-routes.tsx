import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { leaveInterestList } from "../../commands/leave-interest-list.ts";
import { aboutOf, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { GatheringPage } from "../gathering/gathering-page.tsx";
import { readGatheringView } from "../gathering/gathering-view.ts";
import { visiting } from "../visit.ts";

/** Going onto the list of those who want to hear of a gathering, and off it. */
export function interestRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/interest",
    visiting(application, (visit) =>
      carryOut(visit, joinInterestList, aboutOf(visit.gathering), {
        page: gatheringPath(visit.gathering),
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "joined" }),
        again: async (form) => <GatheringPage view={await readGatheringView(visit)} form={form} />,
      }),
    ),
  );
  web.post(
    "/gatherings/:id/interest/leave",
    visiting(application, (visit) =>
      carryOut(visit, leaveInterestList, aboutOf(visit.gathering), {
        page: gatheringPath(visit.gathering),
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "left" }),
        again: async (form) => <GatheringPage view={await readGatheringView(visit)} form={form} />,
      }),
    ),
  );
}
