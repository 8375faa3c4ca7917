import { mergeCatalogues, type Catalogues } from "../../kernel/i18n/catalogue.ts";
import { methods } from "../methods/registry.ts";
import { marksCatalogues } from "../methods/messages/marks/catalogue.ts";
import { consentCatalogues } from "./consent/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

/** The sentences of decisions: of threads and proposals, and of every method. */
export const decisionCatalogues: Catalogues = mergeCatalogues([
  { en, es, fr, de, it },
  marksCatalogues,
  consentCatalogues,
  ...methods.map(({ catalogues }) => catalogues),
]);
