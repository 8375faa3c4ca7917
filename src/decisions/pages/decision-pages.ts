import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { attachmentRoutes } from "./attachments/attachment-routes.tsx";
import { opinionRoutes } from "./opinions/opinion-routes.tsx";
import { requestRoutes } from "./requests/request-routes.tsx";
import { charterRoutes } from "./charter/charter-routes.tsx";
import { consentRoutes } from "./consent/consent-routes.tsx";
import { proposalRoutes } from "./proposals/proposal-routes.tsx";
import { feedRoutes } from "./feeds/feed-routes.ts";
import { registerRoutes } from "./register/register-routes.tsx";
import { searchRoutes } from "./search/search-routes.ts";
import { careRoutes } from "./threads/care-routes.tsx";
import { followingRoutes } from "./threads/following-routes.tsx";
import { postRoutes } from "./threads/post-routes.tsx";
import { reactionRoutes } from "./threads/reaction-routes.tsx";
import { lifecycleRoutes } from "./lifecycle/lifecycle-routes.tsx";
import { exportRoutes } from "./exports/export-routes.ts";
import { templateRoutes } from "./lifecycle/template-routes.tsx";
import { publishedRoutes } from "./published/published-routes.tsx";
import { secretRoutes } from "./secret/secret-routes.tsx";
import { electorateRoutes } from "./electorate/electorate-routes.tsx";
import { threadRoutes } from "./threads/thread-routes.tsx";
import { voicePages } from "./voice/voice-pages.ts";

/** What pages are to know of the server besides what is stored: whether it can send letters. */
export interface DecisionPageServices {
  readonly isMailOn: boolean;
}

/** Every page of decisions. */
export function decisionPages(
  web: Hono<PageEnv>,
  application: Application,
  services: DecisionPageServices = { isMailOn: false },
): void {
  threadRoutes(web, application);
  postRoutes(web, application);
  attachmentRoutes(web, application);
  reactionRoutes(web, application);
  followingRoutes(web, application);
  feedRoutes(web, application);
  searchRoutes(web, application);
  careRoutes(web, application);
  proposalRoutes(web, application);
  electorateRoutes(web, application);
  opinionRoutes(web, application);
  secretRoutes(web, application);
  publishedRoutes(web, application);
  consentRoutes(web, application);
  lifecycleRoutes(web, application);
  exportRoutes(web, application);
  templateRoutes(web, application);
  registerRoutes(web, application);
  charterRoutes(web, application);
  requestRoutes(web, application);
  voicePages(web, application, services.isMailOn);
}
