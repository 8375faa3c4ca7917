import { starCatalogues } from "./messages/catalogue.ts";
import { starRules } from "./rules.ts";
import { starWire } from "./wire.ts";

/** Score, then automatic runoff. */
export const star = { rules: starRules, wire: starWire, catalogues: starCatalogues };
