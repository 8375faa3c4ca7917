import type { Catalogues } from "../../../kernel/i18n/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

/** What the record says of threads, proposals and decisions. */
export const logCatalogues: Catalogues = { en, es, fr, de, it };
