import { mergeCatalogues, type Catalogues } from "../../kernel/i18n/catalogue.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };
import { ladderCatalogues } from "./ladder/catalogue.ts";
import { openDataCatalogues } from "./open-data/catalogue.ts";
import { outreachCatalogues } from "./outreach/catalogue.ts";
import { readingCatalogues } from "./reading/catalogue.ts";
import { contestCatalogues } from "./contests/catalogue.ts";
import { replyCatalogues } from "./replies/catalogue.ts";
import { sharingCatalogues } from "./sharing/catalogue.ts";
import { suggestionCatalogues } from "./suggestions/catalogue.ts";

/** The sentences of the directory. */
export const directoryCatalogues: Catalogues = mergeCatalogues([
  { en, es, fr, de, it },
  readingCatalogues,
  openDataCatalogues,
  suggestionCatalogues,
  replyCatalogues,
  contestCatalogues,
  sharingCatalogues,
  ladderCatalogues,
  outreachCatalogues,
]);
