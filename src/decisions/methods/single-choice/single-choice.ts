import { singleChoiceCatalogues } from "./messages/catalogue.ts";
import { singleChoiceRules } from "./rules.ts";
import { singleChoiceWire } from "./wire.ts";

/** One option each. */
export const singleChoice = { rules: singleChoiceRules, wire: singleChoiceWire, catalogues: singleChoiceCatalogues };
