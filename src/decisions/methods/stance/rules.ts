import type { Json } from "../../../kernel/base/canonical-json.ts";
import { compareFractions, fraction, type Fraction } from "../../../kernel/base/fraction.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import {
  countFixed,
  countsOf,
  fixedTally,
  readFixedChoice,
  type FixedChoice,
} from "../../model/counting/fixed-choice.ts";
import { isLeftOut, memberOf, oneOf, strangeName, textOf } from "../../model/counting/read-json.ts";
import { leastOf, meetsShare, moreToMeet, readShare, shareText, type Reach } from "../../model/counting/share.ts";
import { noAnswers } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Conclusion, MethodRefusal, MethodRules, Participation, Said, Tally } from "../method.ts";

/** The share of what: of those who took a side (agree, disagree, block), of all who answered, or of all who could have. */
export type StanceBase = "took-a-side" | "answered" | "eligible";

/** What a block does: nothing beyond a disagreement, stop the proposal, or stop it unless so large a share agrees. */
export type BlockRule = "none" | "stops" | "stops-unless";

/** The share that must agree and what a block does. `share` and `blockShare` are texts such as `75 %` and `2/3`. */
export type StanceSettings = {
  readonly share: string;
  readonly reach: Reach;
  readonly base: StanceBase;
  readonly blocks: BlockRule;
  /** The share of the same base that overrides blocks (at least); empty unless `blocks` is `stops-unless`. */
  readonly blockShare: string;
};

const options = ["agree", "abstain", "disagree", "block"].map((name) => `decisions.method.stance.option.${name}`);
const method = { id: "stance", version: 1 };

/** Agree, abstain, disagree or block: carried when the share required agrees and no block stands. See the README beside this file. */
export const stanceRules: MethodRules<StanceSettings, FixedChoice> = {
  ...method,
  options: { kind: "fixed", keys: options },
  defaults: {
    share: shareText(fraction(1, 2)),
    reach: "more-than",
    base: "took-a-side",
    blocks: "stops",
    blockShare: "",
  },
  readSettings,
  readBallot: (raw) => readFixedChoice(raw, options.length),
  disagrees: ({ choice }) => choice >= options.indexOf("decisions.method.stance.option.disagree"),
  count: (_question, ballots) => fixedTally(method, countFixed(ballots, options.length)),
  conclude: (tally, { settings }, participation) => conclude(tally, settings, participation),
};

function readSettings(raw: Json): Result<StanceSettings, MethodRefusal> {
  if (strangeName(raw, stanceRules.defaults) !== undefined) return unfit("settings-unreadable");
  const given = (name: keyof StanceSettings) => {
    const value = memberOf(raw, name);
    return isLeftOut(value) ? stanceRules.defaults[name] : value;
  };
  const share = readShare(given("share"));
  const reach = oneOf<Reach>(given("reach"), ["at-least", "more-than"]);
  const base = oneOf<StanceBase>(given("base"), ["took-a-side", "answered", "eligible"]);
  const blocks = oneOf<BlockRule>(given("blocks"), ["none", "stops", "stops-unless"]);
  if (share === null) return unfit("share-unreadable", { given: textOf(given("share")) });
  if (reach === null || base === null || blocks === null) return unfit("settings-unreadable");
  if (reach === "more-than" && share.numerator === share.denominator) return unfit("more-than-all");
  if (blocks !== "stops-unless") return accepted({ share: shareText(share), reach, base, blocks, blockShare: "" });
  const blockShare = readShare(given("blockShare"));
  if (blockShare === null) return unfit("share-unreadable", { given: textOf(given("blockShare")) });
  if (compareFractions(blockShare, share) < 0) return unfit("block-share-below-share");
  return accepted({ share: shareText(share), reach, base, blocks, blockShare: shareText(blockShare) });
}

/** The counts and what they are compared with. */
interface Weighed {
  readonly agree: number;
  readonly blocks: number;
  readonly whole: number;
  readonly settings: StanceSettings;
}

function conclude(tally: Tally, settings: StanceSettings, participation: Participation): Conclusion {
  if (tally.ballots === 0) return noAnswers;
  const [agree = 0, , disagree = 0, blocks = 0] = countsOf(tally);
  const whole = {
    "took-a-side": agree + disagree + blocks,
    answered: tally.ballots,
    eligible: Math.max(participation.eligible, tally.ballots),
  }[settings.base];
  return weigh({ agree, blocks, whole, settings });
}

function weigh({ agree, blocks, whole, settings }: Weighed): Conclusion {
  const required = shareOf(settings.share);
  if (!meetsShare(agree, whole, required, settings.reach))
    return notCarried([counted(agree, whole, settings), ...lacking(agree, whole, settings, required, settings.reach)]);
  const enough = counted(agree, whole, settings);
  if (blocks === 0 || settings.blocks === "none") return { verdict: "carried", chosen: [], why: [enough] };
  if (settings.blocks === "stops")
    return notCarried([enough, { key: "decisions.method.stance.why.block-stops", values: { blocks } }]);
  const overriding = shareOf(settings.blockShare);
  const values = { blocks, least: leastOf(whole, overriding, "at-least"), share: settings.blockShare };
  if (meetsShare(agree, whole, overriding, "at-least"))
    return {
      verdict: "carried",
      chosen: [],
      why: [enough, { key: "decisions.method.stance.why.blocks-overridden", values }],
    };
  const stands: Said = { key: "decisions.method.stance.why.blocks-stand", values };
  return notCarried([enough, stands, ...lacking(agree, whole, settings, overriding, "at-least")]);
}

/** "15 of 20 who took a side agree; 15 were needed", the sentence by its base. */
function counted(agree: number, whole: number, { base, reach, share }: StanceSettings): Said {
  const values = { agree, whole, least: leastOf(whole, shareOf(share), reach), share };
  if (base === "took-a-side") return { key: `decisions.method.stance.why.of-sides.${reach}`, values };
  if (base === "answered") return { key: `decisions.method.stance.why.of-answers.${reach}`, values };
  return { key: `decisions.method.stance.why.of-eligible.${reach}`, values };
}

/** How many more people would have had to agree. Those who could but did not answer are in the base already when it is all eligible. */
function lacking(
  agree: number,
  whole: number,
  settings: StanceSettings,
  share: Fraction,
  reach: Reach,
): readonly Said[] {
  const more =
    settings.base === "eligible" ? leastOf(whole, share, reach) - agree : moreToMeet(agree, whole, share, reach);
  if (more === null) return [{ key: "decisions.method.stance.why.all-needed" }];
  return [{ key: "decisions.method.stance.why.more-needed", values: { more } }];
}

function notCarried(why: readonly Said[]): Conclusion {
  return { verdict: "not-carried", chosen: [], why };
}

/** A share of settings that were read. */
function shareOf(text: string): Fraction {
  const share = readShare(text);
  if (share === null) throw new Error(`settings that were read hold no share: ${text}`);
  return share;
}
