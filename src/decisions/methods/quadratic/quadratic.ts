import { quadraticCatalogues } from "./messages/catalogue.ts";
import { quadraticRules } from "./rules.ts";
import { quadraticWire } from "./wire.ts";

/** Votes that cost their square. */
export const quadratic = { rules: quadraticRules, wire: quadraticWire, catalogues: quadraticCatalogues };
