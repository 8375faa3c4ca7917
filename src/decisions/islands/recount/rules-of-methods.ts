import { approvalRules } from "../../methods/approval/rules.ts";
import { bordaRules } from "../../methods/borda/rules.ts";
import { countMeInRules } from "../../methods/count-me-in/rules.ts";
import { dotVoteRules } from "../../methods/dot-vote/rules.ts";
import { irvRules } from "../../methods/irv/rules.ts";
import { lazyConsentRules } from "../../methods/lazy-consent/rules.ts";
import { majorityJudgmentRules } from "../../methods/majority-judgment/rules.ts";
import { meekStvRules } from "../../methods/meek-stv/rules.ts";
import { multipleChoiceRules } from "../../methods/multiple-choice/rules.ts";
import { quadraticRules } from "../../methods/quadratic/rules.ts";
import { rankedPairsRules } from "../../methods/ranked-pairs/rules.ts";
import { schulzeRules } from "../../methods/schulze/rules.ts";
import { scoreRules } from "../../methods/score/rules.ts";
import { scottishStvRules } from "../../methods/scottish-stv/rules.ts";
import { senseCheckRules } from "../../methods/sense-check/rules.ts";
import { singleChoiceRules } from "../../methods/single-choice/rules.ts";
import { stanceRules } from "../../methods/stance/rules.ts";
import { starRules } from "../../methods/star/rules.ts";
import { surveyRules } from "../../methods/survey/rules.ts";
import type { CountingRules } from "../../model/recount/recount.ts";

/** The rules of every method, for counting in the browser: the same files that the server counts by. */
export const rulesOfMethods: readonly CountingRules[] = [
  stanceRules,
  lazyConsentRules,
  senseCheckRules,
  countMeInRules,
  singleChoiceRules,
  multipleChoiceRules,
  approvalRules,
  scoreRules,
  starRules,
  majorityJudgmentRules,
  dotVoteRules,
  quadraticRules,
  surveyRules,
  irvRules,
  scottishStvRules,
  meekStvRules,
  schulzeRules,
  rankedPairsRules,
  bordaRules,
];
