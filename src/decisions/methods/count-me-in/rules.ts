import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import {
  countFixed,
  countsOf,
  fixedTally,
  readFixedChoice,
  type FixedChoice,
} from "../../model/counting/fixed-choice.ts";
import { isLeftOut, memberOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
import { noAnswers } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Conclusion, MethodRefusal, MethodRules } from "../method.ts";

/** How many are needed; null where one only wants to know who is in. */
export type CountMeInSettings = { readonly target: number | null };

const options = ["in", "out"].map((name) => `decisions.method.count-me-in.option.${name}`);
const method = { id: "count-me-in", version: 1 };
const mostPeople = 1_000_000;

/** In or out: carried when as many are in as were asked for. */
export const countMeInRules: MethodRules<CountMeInSettings, FixedChoice> = {
  ...method,
  options: { kind: "fixed", keys: options },
  asksEachAlone: true,
  defaults: { target: null },
  readSettings,
  readBallot: (raw) => readFixedChoice(raw, options.length),
  count: (_question, ballots) => fixedTally(method, countFixed(ballots, options.length)),
  conclude: (tally, { settings }) => {
    const [taken = 0] = countsOf(tally);
    if (tally.ballots === 0) return noAnswers;
    return conclude(taken, settings.target);
  },
};

function readSettings(raw: Json): Result<CountMeInSettings, MethodRefusal> {
  if (strangeName(raw, countMeInRules.defaults) !== undefined) return unfit("settings-unreadable");
  const given = memberOf(raw, "target");
  if (isLeftOut(given)) return accepted({ target: null });
  const target = wholeWithin(given, 1, mostPeople);
  return target === null ? unfit("target-out-of-range", { least: 1, most: mostPeople }) : accepted({ target });
}

function conclude(people: number, target: number | null): Conclusion {
  if (target === null)
    return {
      verdict: "informative",
      chosen: [],
      why: [{ key: "decisions.method.count-me-in.why.counted", values: { people } }],
    };
  if (people >= target) {
    const values = { people, target };
    return { verdict: "carried", chosen: [], why: [{ key: "decisions.method.count-me-in.why.reached", values }] };
  }
  const values = { people, target, more: target - people };
  return { verdict: "not-carried", chosen: [], why: [{ key: "decisions.method.count-me-in.why.short", values }] };
}
