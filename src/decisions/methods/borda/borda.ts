import { bordaCatalogues } from "./messages/catalogue.ts";
import { bordaRules } from "./rules.ts";
import { bordaWire } from "./wire.ts";

/** The Borda count. */
export const borda = { rules: bordaRules, wire: bordaWire, catalogues: bordaCatalogues };
