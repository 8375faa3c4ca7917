import { accountCatalogues } from "../accounts/messages/catalogue.ts";
import { circleCatalogues } from "../circles/messages/catalogue.ts";
import { communityCatalogues } from "../communities/messages/catalogue.ts";
import { decisionCatalogues } from "../decisions/messages/catalogue.ts";
import { directoryCatalogues } from "../directory/messages/catalogue.ts";
import { gatheringCatalogues } from "../gatherings/messages/catalogue.ts";
import type { Catalogues } from "../kernel/i18n/catalogue.ts";
import { kernelCatalogues } from "../kernel/i18n/messages/catalogue.ts";
import { notificationCatalogues } from "../kernel/notifications/messages/catalogue.ts";
import { interfaceCatalogues } from "../ui/messages/catalogue.ts";

/** Every sentence of the program. */
export const allCatalogues: readonly Catalogues[] = [
  kernelCatalogues,
  notificationCatalogues,
  interfaceCatalogues,
  accountCatalogues,
  communityCatalogues,
  circleCatalogues,
  gatheringCatalogues,
  decisionCatalogues,
  directoryCatalogues,
];
