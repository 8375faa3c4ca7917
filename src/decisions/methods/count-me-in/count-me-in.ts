import { countMeInCatalogues } from "./messages/catalogue.ts";
import { countMeInRules } from "./rules.ts";
import { countMeInWire } from "./wire.ts";

/** Counting who is in. */
export const countMeIn = { rules: countMeInRules, wire: countMeInWire, catalogues: countMeInCatalogues };
