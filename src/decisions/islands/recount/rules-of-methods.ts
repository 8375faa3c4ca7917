import type { Json } from "../../../kernel/base/canonical-json.ts";
import { countMeInRules } from "../../methods/count-me-in/rules.ts";
import type { MethodRules } from "../../methods/method.ts";
import { senseCheckRules } from "../../methods/sense-check/rules.ts";
import { stanceRules } from "../../methods/stance/rules.ts";

/** The rules of every method, for counting in the browser: the same files that the server counts by. */
export const rulesOfMethods: readonly MethodRules<Json, Json>[] = [stanceRules, senseCheckRules, countMeInRules];
