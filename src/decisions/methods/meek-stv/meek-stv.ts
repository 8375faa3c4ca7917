import { meekStvCatalogues } from "./messages/catalogue.ts";
import { meekStvRules } from "./rules.ts";
import { meekStvWire } from "./wire.ts";

/** Single transferable vote by Meek's rule. */
export const meekStv = { rules: meekStvRules, wire: meekStvWire, catalogues: meekStvCatalogues };
