import { senseCheckCatalogues } from "./messages/catalogue.ts";
import { senseCheckRules } from "./rules.ts";
import { senseCheckWire } from "./wire.ts";

/** A sense check, which decides nothing. */
export const senseCheck = { rules: senseCheckRules, wire: senseCheckWire, catalogues: senseCheckCatalogues };
