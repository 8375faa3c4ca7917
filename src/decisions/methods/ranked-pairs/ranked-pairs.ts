import { rankedPairsCatalogues } from "./messages/catalogue.ts";
import { rankedPairsRules } from "./rules.ts";
import { rankedPairsWire } from "./wire.ts";

/** Tideman's ranked pairs. */
export const rankedPairs = { rules: rankedPairsRules, wire: rankedPairsWire, catalogues: rankedPairsCatalogues };
