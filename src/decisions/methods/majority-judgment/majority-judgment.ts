import { majorityJudgmentCatalogues } from "./messages/catalogue.ts";
import { majorityJudgmentRules } from "./rules.ts";
import { majorityJudgmentWire } from "./wire.ts";

/** A grade for each option. */
export const majorityJudgment = {
  rules: majorityJudgmentRules,
  wire: majorityJudgmentWire,
  catalogues: majorityJudgmentCatalogues,
};
