import { scottishStvCatalogues } from "./messages/catalogue.ts";
import { scottishStvRules } from "./rules.ts";
import { scottishStvWire } from "./wire.ts";

/** Single transferable vote by the Scottish rule. */
export const scottishStv = { rules: scottishStvRules, wire: scottishStvWire, catalogues: scottishStvCatalogues };
