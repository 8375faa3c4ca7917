import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { gatheringRoutes } from "./gathering/gathering-routes.tsx";
import { interestRoutes } from "./interest/interest-routes.tsx";
import { pollRoutes } from "./poll/poll-routes.tsx";
import { rsvpRoutes } from "./rsvp/rsvp-routes.tsx";

/** Every page of gatherings. */
export function gatheringPages(web: Hono<PageEnv>, application: Application): void {
  gatheringRoutes(web, application);
  interestRoutes(web, application);
  pollRoutes(web, application);
  rsvpRoutes(web, application);
}
