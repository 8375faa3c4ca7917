import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { leaveInterestList } from "../../commands/leave-interest-list.ts";
import { carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { GatheringPage } from "../gathering/gathering-page.tsx";
import { readGatheringView } from "../gathering/gathering-view.ts";
import { visiting, type GatheringVisit } from "../visit.ts";

/** Going onto the list of those who want to hear of a gathering, and off it. */
export function interestRoutes(web: Hono<PageEnv>, application: Application): void {
  web.post(
    "/gatherings/:id/interest",
    visiting(application, (visit) =>
      carryOut(visit, joinInterestList, aboutOf(visit), {
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "joined" }),
        again: async (form) => <GatheringPage view={await readGatheringView(visit)} form={form} />,
      }),
    ),
  );
  web.post(
    "/gatherings/:id/interest/leave",
    visiting(application, (visit) =>
      carryOut(visit, leaveInterestList, aboutOf(visit), {
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "left" }),
        again: async (form) => <GatheringPage view={await readGatheringView(visit)} form={form} />,
      }),
    ),
  );
}

/** What every command about one gathering is told. */
export function aboutOf({ gathering }: GatheringVisit) {
  return { communityId: gathering.communityId, gatheringId: gathering.id };
}
