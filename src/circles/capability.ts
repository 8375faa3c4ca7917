import type { Capability } from "../kernel/capability.ts";
import { circlePersonalData } from "./commands/personal-data.ts";
import { circleCatalogues } from "./messages/catalogue.ts";
import { circleRoutes } from "./pages/circle-routes.tsx";
import { circlesSchema } from "./store/circles-schema.ts";

/** ORGANISE: circles, so far as named lists of members with an aim. */
export const circles: Capability = {
  name: "circles",
  schema: circlesSchema,
  messages: circleCatalogues,
  pages: circleRoutes,
  personalData: circlePersonalData,
};
