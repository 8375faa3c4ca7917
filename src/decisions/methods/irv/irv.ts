import { irvCatalogues } from "./messages/catalogue.ts";
import { irvRules } from "./rules.ts";
import { irvWire } from "./wire.ts";

/** Instant runoff voting. */
export const irv = { rules: irvRules, wire: irvWire, catalogues: irvCatalogues };
