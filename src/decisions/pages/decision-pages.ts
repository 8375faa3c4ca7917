import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { consentRoutes } from "./consent/consent-routes.tsx";
import { proposalRoutes } from "./proposals/proposal-routes.tsx";
import { threadRoutes } from "./threads/thread-routes.tsx";

/** Every page of decisions. */
export function decisionPages(web: Hono<PageEnv>, application: Application): void {
  threadRoutes(web, application);
  proposalRoutes(web, application);
  consentRoutes(web, application);
}
