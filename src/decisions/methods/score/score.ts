import { scoreCatalogues } from "./messages/catalogue.ts";
import { scoreRules } from "./rules.ts";
import { scoreWire } from "./wire.ts";

/** A score for each option. */
export const score = { rules: scoreRules, wire: scoreWire, catalogues: scoreCatalogues };
