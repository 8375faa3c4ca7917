import type { Hono } from "hono";
import type { PageEnv } from "../../../ui/request.ts";
import type { CommunityRoutes } from "../visit.ts";

export function logRoutes(_web: Hono<PageEnv>, _routes: CommunityRoutes): void {}
