import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn, noneOfThese } from "../../model/counting/choices.ts";
import { isLeftOut, memberOf, oneOf, strangeName, wholeWithin, yesOrNo } from "../../model/counting/read-json.ts";
import { concludeSeats, noAnswers, placesOf, seat, seatedTally, standingBy } from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Conclusion, Counted, MethodRefusal, MethodRules, Place, Question, Tally } from "../method.ts";

/** Whether most voices are enough or more than half of them are required, and whether "none of these" may be chosen. */
export type SingleChoiceSettings = { readonly required: "plurality" | "majority"; readonly none: boolean };

/** One option, or none of them where the settings allow it. */
export type SingleChoiceBallot = { readonly choice: Place | "none" };

const method = { id: "single-choice", version: 1 };

/** One option each: the one with most voices is chosen, or, if so set, only one with more than half. See the README beside this file. */
export const singleChoiceRules: MethodRules<SingleChoiceSettings, SingleChoiceBallot> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { required: "plurality", none: false },
  readSettings,
  readBallot,
  disagrees: ({ choice }) => choice === "none",
  count,
  conclude: (tally, { settings }) => conclude(tally, settings),
};

function readSettings(raw: Json): Result<SingleChoiceSettings, MethodRefusal> {
  const { defaults } = singleChoiceRules;
  if (strangeName(raw, defaults) !== undefined) return unfit("settings-unreadable");
  const given = memberOf(raw, "required");
  const required = isLeftOut(given) ? defaults.required : oneOf(given, ["plurality", "majority"]);
  const none = yesOrNo(memberOf(raw, "none"));
  return required === null || none === null ? unfit("settings-unreadable") : accepted({ required, none });
}

function readBallot(
  raw: Json,
  { options, settings }: Question<SingleChoiceSettings>,
): Result<SingleChoiceBallot, MethodRefusal> {
  const given = memberOf(raw, "choice");
  if (given === "none") return settings.none ? accepted({ choice: "none" }) : unfit("none-not-offered");
  const choice = wholeWithin(given, 0, options.length - 1);
  return choice === null ? unfit("ballot-unreadable") : accepted({ choice });
}

function count(
  { options, settings }: Question<SingleChoiceSettings>,
  ballots: readonly Counted<SingleChoiceBallot>[],
): Tally {
  const voices = options.map(() => 0);
  let none = 0;
  for (const { ballot, count } of ballots) {
    if (ballot.choice === "none") none += count;
    else voices[ballot.choice] = (voices[ballot.choice] ?? 0) + count;
  }
  const total = ballotsIn(ballots);
  const isEnough = (votes: number) => votes > none && (settings.required === "plurality" || votes * 2 > total);
  const enough = placesOf(options).filter((place) => isEnough(voices[place] ?? 0));
  const standing = standingBy(enough, (one, other) => (voices[one] ?? 0) - (voices[other] ?? 0));
  const rows = voices.map((votes, place) => ({ of: { place }, cells: [String(votes)] }));
  const noneRow = { of: { key: noneOfThese }, cells: [String(none)] };
  const stage = {
    said: [{ key: "decisions.method.said.voices-counted", values: { ballots: total } }],
    columns: [{ key: "decisions.method.column.voices" }],
    rows: settings.none ? [...rows, noneRow] : rows,
  };
  return seatedTally(method, total, stage, seat(standing, 1));
}

function conclude(tally: Tally, { required }: SingleChoiceSettings): Conclusion {
  if (tally.ballots === 0) return noAnswers;
  if (tally.elected.length > 0) return concludeSeats(tally, 1);
  const rows = tally.stages[0]?.rows ?? [];
  const none = Number(rows.find((row) => "key" in row.of)?.cells[0] ?? 0);
  const most = Math.max(...rows.filter((row) => "place" in row.of).map((row) => Number(row.cells[0])));
  if (none >= most) {
    const values = { none, most };
    return {
      verdict: "not-carried",
      chosen: [],
      why: [{ key: "decisions.method.single-choice.why.none-of-these", values }],
    };
  }
  if (required === "plurality") return concludeSeats(tally, 1);
  const least = Math.floor(tally.ballots / 2) + 1;
  const values = { most, ballots: tally.ballots, least, more: least - most };
  return {
    verdict: "not-carried",
    chosen: [],
    why: [{ key: "decisions.method.single-choice.why.no-majority", values }],
  };
}
