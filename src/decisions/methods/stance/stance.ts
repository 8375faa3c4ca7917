import { stanceCatalogues } from "./messages/catalogue.ts";
import { stanceRules } from "./rules.ts";
import { stanceWire } from "./wire.ts";

/** Named stances: agree, abstain, disagree, block. */
export const stance = { rules: stanceRules, wire: stanceWire, catalogues: stanceCatalogues };
