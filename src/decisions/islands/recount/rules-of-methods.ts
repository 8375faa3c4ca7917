import { countMeInRules } from "../../methods/count-me-in/rules.ts";
import { senseCheckRules } from "../../methods/sense-check/rules.ts";
import { stanceRules } from "../../methods/stance/rules.ts";
import type { CountingRules } from "../../model/recount/recount.ts";

/** The rules of every method, for counting in the browser: the same files that the server counts by. */
export const rulesOfMethods: readonly CountingRules[] = [stanceRules, senseCheckRules, countMeInRules];
