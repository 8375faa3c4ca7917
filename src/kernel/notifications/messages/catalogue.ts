import type { Catalogues } from "../../i18n/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };

/** What every message to a person says besides its news: how to open it, how to stop it. */
export const notificationCatalogues: Catalogues = { en, es, fr, de, it };
