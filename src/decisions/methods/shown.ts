import type { Json } from "../../kernel/base/canonical-json.ts";
import { approvalViews } from "./approval/views.tsx";
import { bordaViews } from "./borda/views.tsx";
import { countMeInViews } from "./count-me-in/views.tsx";
import { dotVoteViews } from "./dot-vote/views.tsx";
import { irvViews } from "./irv/views.tsx";
import { lazyConsentViews } from "./lazy-consent/views.tsx";
import { majorityJudgmentViews } from "./majority-judgment/views.tsx";
import { meekStvViews } from "./meek-stv/views.tsx";
import { multipleChoiceViews } from "./multiple-choice/views.tsx";
import { quadraticViews } from "./quadratic/views.tsx";
import { rankedPairsViews } from "./ranked-pairs/views.tsx";
import { schulzeViews } from "./schulze/views.tsx";
import { scoreViews } from "./score/views.tsx";
import { scottishStvViews } from "./scottish-stv/views.tsx";
import { senseCheckViews } from "./sense-check/views.tsx";
import { singleChoiceViews } from "./single-choice/views.tsx";
import { stanceViews } from "./stance/views.tsx";
import { starViews } from "./star/views.tsx";
import { surveyViews } from "./survey/views.tsx";
import type { MethodViews } from "./views.ts";

/** The views of every method, by its id. */
const shownMethods: Readonly<Record<string, MethodViews<never, never>>> = {
  stance: stanceViews,
  "lazy-consent": lazyConsentViews,
  "sense-check": senseCheckViews,
  "count-me-in": countMeInViews,
  "single-choice": singleChoiceViews,
  "multiple-choice": multipleChoiceViews,
  approval: approvalViews,
  score: scoreViews,
  star: starViews,
  "majority-judgment": majorityJudgmentViews,
  "dot-vote": dotVoteViews,
  quadratic: quadraticViews,
  survey: surveyViews,
  irv: irvViews,
  "scottish-stv": scottishStvViews,
  "meek-stv": meekStvViews,
  schulze: schulzeViews,
  "ranked-pairs": rankedPairsViews,
  borda: bordaViews,
};

/** How the method of something kept shows itself. */
export function viewsOf(kept: { readonly method: string }): MethodViews<Json, Json> {
  const views = Object.hasOwn(shownMethods, kept.method) ? shownMethods[kept.method] : undefined;
  if (views === undefined) throw new Error(`nothing shows the method ${kept.method}`);
  return views;
}
