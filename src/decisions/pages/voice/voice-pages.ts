import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { guestRoutes } from "./guest-routes.tsx";
import { guestsRoutes } from "./guests-routes.tsx";
import { phoneRoutes } from "./phone-routes.tsx";
import { voiceRoutes } from "./voice-routes.tsx";

/** Every page about a voice that is given while one is away. */
export function voicePages(web: Hono<PageEnv>, application: Application, isMailOn: boolean): void {
  voiceRoutes(web, application);
  phoneRoutes(web, application);
  guestsRoutes(web, application, isMailOn);
  guestRoutes(web, application);
}
