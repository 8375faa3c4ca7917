import { schulzeCatalogues } from "./messages/catalogue.ts";
import { schulzeRules } from "./rules.ts";
import { schulzeWire } from "./wire.ts";

/** Schulze's method of pairs. */
export const schulze = { rules: schulzeRules, wire: schulzeWire, catalogues: schulzeCatalogues };
