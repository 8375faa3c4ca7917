import { multipleChoiceCatalogues } from "./messages/catalogue.ts";
import { multipleChoiceRules } from "./rules.ts";
import { multipleChoiceWire } from "./wire.ts";

/** Several options each, within limits. */
export const multipleChoice = {
  rules: multipleChoiceRules,
  wire: multipleChoiceWire,
  catalogues: multipleChoiceCatalogues,
};
