import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { agendaRoutes } from "./agenda/agenda-routes.tsx";
import { announcingRoutes } from "./announcing/announcing-routes.tsx";
import { askingRoutes } from "./asking/asking-routes.tsx";
import { calendarRoutes } from "./calendar/calendar-routes.tsx";
import { commitmentRoutes } from "./commitments/commitment-routes.tsx";
import { datingRoutes } from "./dating/dating-routes.tsx";
import { gatheringRoutes } from "./gathering/gathering-routes.tsx";
import { interestRoutes } from "./interest/interest-routes.tsx";
import { pollRoutes } from "./poll/poll-routes.tsx";
import { roomRoutes } from "./room/room-routes.tsx";
import { roleRoutes } from "./roles/role-routes.tsx";
import { rsvpRoutes } from "./rsvp/rsvp-routes.tsx";
import { seriesRoutes } from "./series/series-routes.tsx";
import { settingsRoutes } from "./settings/settings-routes.tsx";
import { wallRoutes } from "./wall/wall-routes.tsx";

/** Every page of gatherings. */
export function gatheringPages(web: Hono<PageEnv>, application: Application): void {
  announcingRoutes(web, application);
  gatheringRoutes(web, application);
  interestRoutes(web, application);
  askingRoutes(web, application);
  datingRoutes(web, application);
  settingsRoutes(web, application);
  calendarRoutes(web, application);
  pollRoutes(web, application);
  roomRoutes(web, application);
  seriesRoutes(web, application);
  rsvpRoutes(web, application);
  agendaRoutes(web, application);
  roleRoutes(web, application);
  commitmentRoutes(web, application);
  wallRoutes(web, application);
}
