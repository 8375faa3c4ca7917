import type { Capability } from "../kernel/capability.ts";
import { directoryPersonalData } from "./commands/personal-data.ts";
import { directoryCatalogues } from "./messages/catalogue.ts";
import { directoryRoutes, listRoute } from "./pages/directory-routes.tsx";
import { directorySchema } from "./store/directory-schema.ts";

/** FIND: who governs themselves, how, and how we know. */
export const directory: Capability = {
  name: "directory",
  schema: directorySchema,
  messages: directoryCatalogues,
  pages: directoryRoutes,
  formsWithFiles: [listRoute],
  personalData: directoryPersonalData,
};
