import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Catalogues } from "../../kernel/i18n/catalogue.ts";
import { approval } from "./approval/approval.ts";
import { borda } from "./borda/borda.ts";
import { countMeIn } from "./count-me-in/count-me-in.ts";
import { dotVote } from "./dot-vote/dot-vote.ts";
import { irv } from "./irv/irv.ts";
import { lazyConsent } from "./lazy-consent/lazy-consent.ts";
import { majorityJudgment } from "./majority-judgment/majority-judgment.ts";
import { meekStv } from "./meek-stv/meek-stv.ts";
import { marksCatalogues } from "./messages/marks/catalogue.ts";
import { rankedCatalogues } from "./messages/ranked/catalogue.ts";
import type { MethodRules, Question } from "./method.ts";
import { multipleChoice } from "./multiple-choice/multiple-choice.ts";
import { quadratic } from "./quadratic/quadratic.ts";
import { rankedPairs } from "./ranked-pairs/ranked-pairs.ts";
import { schulze } from "./schulze/schulze.ts";
import { score } from "./score/score.ts";
import { scottishStv } from "./scottish-stv/scottish-stv.ts";
import { senseCheck } from "./sense-check/sense-check.ts";
import { singleChoice } from "./single-choice/single-choice.ts";
import { stance } from "./stance/stance.ts";
import { star } from "./star/star.ts";
import { survey } from "./survey/survey.ts";
import type { MethodWire } from "./wire.ts";

/** One way to decide, whole but for its pages. Its settings and ballots are its own, and JSON to everybody else. */
export interface AnyMethod {
  readonly rules: MethodRules<Json, Json>;
  readonly wire: MethodWire<Json, Json>;
  readonly catalogues: Catalogues;
}

/** Every method, in the order in which they are offered. To add one: its folder, and a line here. */
export const methods: readonly AnyMethod[] = [
  stance,
  lazyConsent,
  senseCheck,
  countMeIn,
  singleChoice,
  multipleChoice,
  approval,
  score,
  star,
  majorityJudgment,
  dotVote,
  quadratic,
  survey,
  irv,
  scottishStv,
  meekStv,
  schulze,
  rankedPairs,
  borda,
];

/** The sentences of all methods: those that several share, and each method's own. */
export const methodCatalogues: readonly Catalogues[] = [
  rankedCatalogues,
  marksCatalogues,
  ...methods.map(({ catalogues }) => catalogues),
];

/** The method with this id; undefined where there is none. */
export function methodById(id: string): AnyMethod | undefined {
  return methods.find(({ rules }) => rules.id === id);
}

/** The method of something kept, which was one of these when it was kept. */
export function methodOf(kept: { readonly method: string }): AnyMethod {
  const method = methodById(kept.method);
  if (method === undefined) throw new Error(`no method is called ${kept.method}`);
  return method;
}

/** What something kept asks, as its method's rules want it. */
export function questionOf({ options, settings }: Question): Question {
  return { options, settings };
}
