import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { visitingCommunity } from "../visit.ts";
import { showSearch } from "./search-page.tsx";

/** Looking through a community's threads. */
export function searchRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/communities/:handle/search", visitingCommunity(application, showSearch));
}
