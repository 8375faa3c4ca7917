import type { Hono } from "hono";
import type { PageEnv } from "../../../ui/request.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { underCommunity } from "../addresses.ts";
import { visiting, type CommunityRoutes } from "../visit.ts";
import { CommunityPage } from "./community-page.tsx";
import { readCommunityView } from "./community-view.ts";

/** `GET /communities/:handle` */
export function communityRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle",
    visiting(routes, async (visit) => {
      const form = await formOrKept(visit.c, visit.application, underCommunity(visit.community, "join"));
      return visit.c.html(<CommunityPage view={await readCommunityView(visit)} form={form} />);
    }),
  );
}
