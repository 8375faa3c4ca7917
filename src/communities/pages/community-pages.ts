import type { Hono } from "hono";
import type { PageEnv } from "../../ui/request.ts";
import { announcementRoutes } from "./announcements/announcement-routes.tsx";
import { communityRoutes } from "./community/community-routes.tsx";
import { foundingRoutes } from "./community/founding-page.tsx";
import { settingsRoutes } from "./community/settings-routes.tsx";
import { showCommunities } from "./home/communities-page.tsx";
import { showHome } from "./home/home-page.tsx";
import { logRoutes } from "./log/log-routes.tsx";
import { admissionRoutes } from "./membership/admission-routes.tsx";
import { joinRoutes } from "./membership/join-routes.tsx";
import { leaveRoutes } from "./membership/leave-routes.tsx";
import { memberRoutes } from "./membership/member-routes.tsx";
import { blockRoutes } from "./moderation/block-routes.tsx";
import { reportRoutes } from "./moderation/report-routes.tsx";
import { takePartRoutes } from "./taking-part/take-part-routes.tsx";
import { organisationRoutes } from "./standing/organisation-routes.tsx";
import { standingRoutes } from "./standing/standing-routes.tsx";
import type { CommunityRoutes } from "./visit.ts";

/** Every page of communities. */
export function communityPages(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get("/", (c) => showHome(c, routes));
  web.get("/communities", (c) => showCommunities(c, routes));
  foundingRoutes(web, routes);
  communityRoutes(web, routes);
  joinRoutes(web, routes);
  leaveRoutes(web, routes);
  memberRoutes(web, routes);
  standingRoutes(web, routes);
  organisationRoutes(web, routes);
  admissionRoutes(web, routes);
  settingsRoutes(web, routes);
  announcementRoutes(web, routes);
  blockRoutes(web, routes);
  reportRoutes(web, routes);
  logRoutes(web, routes);
  takePartRoutes(web, routes);
}
