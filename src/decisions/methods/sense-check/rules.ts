import { accepted } from "../../../kernel/base/result.ts";
import { countFixed, fixedTally, readFixedChoice, type FixedChoice } from "../../model/counting/fixed-choice.ts";
import { strangeName } from "../../model/counting/read-json.ts";
import { noAnswers } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { MethodRules } from "../method.ts";

/** There is nothing to set. */
export type SenseCheckSettings = { readonly [name: string]: never };

const options = ["good", "unsure", "concerned"].map((name) => `decisions.method.sense-check.option.${name}`);
const method = { id: "sense-check", version: 1 };

/** Looks good, not sure or concerned: shows how people feel about an idea and decides nothing. */
export const senseCheckRules: MethodRules<SenseCheckSettings, FixedChoice> = {
  ...method,
  options: { kind: "fixed", keys: options },
  asksEachAlone: true,
  defaults: {},
  readSettings: (raw) => (strangeName(raw, {}) === undefined ? accepted({}) : unfit("settings-unreadable")),
  readBallot: (raw) => readFixedChoice(raw, options.length),
  disagrees: ({ choice }) => choice === options.indexOf("decisions.method.sense-check.option.concerned"),
  count: (_question, ballots) => fixedTally(method, countFixed(ballots, options.length)),
  conclude: ({ ballots }) => {
    if (ballots === 0) return noAnswers;
    return { verdict: "informative", chosen: [], why: [{ key: "decisions.method.why.informative" }] };
  },
};
