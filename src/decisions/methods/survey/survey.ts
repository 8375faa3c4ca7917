import { surveyCatalogues } from "./messages/catalogue.ts";
import { surveyRules } from "./rules.ts";
import { surveyWire } from "./wire.ts";

/** Several closed questions at once. */
export const survey = { rules: surveyRules, wire: surveyWire, catalogues: surveyCatalogues };
