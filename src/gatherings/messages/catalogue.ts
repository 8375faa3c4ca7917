import { mergeCatalogues, type Catalogues } from "../../kernel/i18n/catalogue.ts";
import { agendaCatalogues } from "./agenda/catalogue.ts";
import { aroundCatalogues } from "./around/catalogue.ts";
import { comingCatalogues } from "./coming/catalogue.ts";
import { datingCatalogues } from "./dating/catalogue.ts";
import { helpingCatalogues } from "./helping/catalogue.ts";
import { minutesCatalogues } from "./minutes/catalogue.ts";
import { recordCatalogues } from "./record/catalogue.ts";
import { recurringCatalogues } from "./recurring/catalogue.ts";
import { refusalsCatalogues } from "./refusals/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

/** The sentences of gatherings: those of the gathering's own page, and those of its matters, each in a folder of its own. */
export const gatheringCatalogues: Catalogues = mergeCatalogues([
  { en, es, fr, de, it },
  agendaCatalogues,
  aroundCatalogues,
  comingCatalogues,
  datingCatalogues,
  helpingCatalogues,
  minutesCatalogues,
  recordCatalogues,
  recurringCatalogues,
  refusalsCatalogues,
]);
