import { accepted } from "../../../kernel/base/result.ts";
import {
  countFixed,
  countsOf,
  fixedTally,
  readFixedChoice,
  type FixedChoice,
} from "../../model/counting/fixed-choice.ts";
import { strangeName } from "../../model/counting/read-json.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Conclusion, MethodRules, Participation, Tally } from "../method.ts";

/** There is nothing to set. */
export type LazyConsentSettings = { readonly [name: string]: never };

const options = ["agree", "abstain", "object"].map((name) => `decisions.method.lazy-consent.option.${name}`);
const method = { id: "lazy-consent", version: 1 };

/**
 * Silence approves, and one objection stands: what nobody objects to until the closing time is carried, even if nobody says a word.
 * See the README beside this file.
 */
export const lazyConsentRules: MethodRules<LazyConsentSettings, FixedChoice> = {
  ...method,
  options: { kind: "fixed", keys: options },
  silence: "approves",
  defaults: {},
  readSettings: (raw) => (strangeName(raw, {}) === undefined ? accepted({}) : unfit("settings-unreadable")),
  readBallot: (raw) => readFixedChoice(raw, options.length),
  count: (_question, ballots) => fixedTally(method, countFixed(ballots, options.length)),
  disagrees: ({ choice }) => choice === options.indexOf("decisions.method.lazy-consent.option.object"),
  conclude: (tally, _question, participation) => conclude(tally, participation),
};

function conclude(tally: Tally, { eligible }: Participation): Conclusion {
  const [agree = 0, , objections = 0] = countsOf(tally);
  if (objections > 0) {
    const why = [{ key: "decisions.method.lazy-consent.why.objections", values: { objections } }];
    return { verdict: "not-carried", chosen: [], why };
  }
  const silent = Math.max(0, eligible - tally.ballots);
  const why = [{ key: "decisions.method.lazy-consent.why.silence", values: { agree, silent } }];
  return { verdict: "carried", chosen: [], why };
}
