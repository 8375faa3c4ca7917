import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { lotOrder } from "../../../kernel/base/seeded.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { addMarks, readMarks, type Marks } from "../../model/counting/marks.ts";
import { isLeftOut, memberOf, strangeName, wholeWithin } from "../../model/counting/read-json.ts";
import { concludeSeats, markElected, placesOf, standingBy } from "../../model/counting/standing.ts";
import { breakScoringTie, type StarMarks } from "../../model/counting/star-round.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Said, Stage, Tally, Tie } from "../method.ts";

/** The highest score, the lowest being 0. */
export type StarSettings = { readonly most: number };

const method = { id: "star", version: 1 };
const highestScore = 100;

/** Score, then automatic runoff: of the two with the highest sums, the one that more people scored higher. See the README beside this file. */
export const starRules: MethodRules<StarSettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { most: 5 },
  readSettings,
  readBallot: (raw, { options, settings }) => readMarks(raw, options, { least: 0, most: settings.most }),
  count,
  conclude: (tally) => concludeSeats(tally, 1),
};

function readSettings(raw: Json): Result<StarSettings, MethodRefusal> {
  if (strangeName(raw, starRules.defaults) !== undefined) return unfit("settings-unreadable");
  const given = memberOf(raw, "most");
  const most = isLeftOut(given) ? starRules.defaults.most : wholeWithin(given, 1, highestScore);
  return most === null ? unfit("highest-mark-out-of-range", { least: 1, most: highestScore }) : accepted({ most });
}

/** Everything a count needs of the ballots. */
interface Scores extends StarMarks {
  readonly sums: readonly number[];
}

function count({ options, settings }: Question<StarSettings>, ballots: readonly Counted<Marks>[], seed: string): Tally {
  const total = ballotsIn(ballots);
  const { sums } = addMarks(ballots, options.length);
  const scores: Scores = {
    sums,
    ...comparisons(ballots, options.length, settings.most),
    lot: lotOrder(options.length, seed),
  };
  const stage: Stage = {
    said: [{ key: "decisions.method.star.said.scored", values: { ballots: total } }],
    columns: [{ key: "decisions.method.column.sum" }, { key: "decisions.method.star.column.highest" }],
    rows: options.map((_, place) => ({ of: { place }, cells: [String(sums[place]), String(scores.highest[place])] })),
  };
  const tally = { method: method.id, version: method.version, ballots: total };
  if (sums.every((sum) => sum === 0)) return { ...tally, elected: [], stages: [stage], ties: [] };
  const finalists = findFinalists(placesOf(options), scores);
  const final = runoff(finalists.places, scores, total);
  return {
    ...tally,
    elected: [final.winner],
    stages: [{ ...stage, said: [...stage.said, ...finalists.said] }, markElected(final.stage, [final.winner])],
    ties: [...finalists.ties, ...final.ties],
  };
}

function comparisons(
  ballots: readonly Counted<Marks>[],
  size: number,
  most: number,
): { readonly preferred: readonly number[]; readonly highest: readonly number[]; readonly size: number } {
  const preferred = Array.from({ length: size * size }, () => 0);
  const highest = Array.from({ length: size }, () => 0);
  for (const { ballot, count } of ballots) {
    for (let one = 0; one < size; one += 1) {
      const mark = ballot.marks[one] ?? 0;
      if (mark === most) highest[one] = (highest[one] ?? 0) + count;
      for (let other = 0; other < size; other += 1) {
        const pair = one * size + other;
        if (mark > (ballot.marks[other] ?? 0)) preferred[pair] = (preferred[pair] ?? 0) + count;
      }
    }
  }
  return { preferred, highest, size };
}

interface Finalists {
  readonly places: readonly Place[];
  readonly said: readonly Said[];
  readonly ties: readonly Tie[];
}

/** The two with the highest sums; where more stand equal than can go on, the protocol parts them. */
function findFinalists(places: readonly Place[], scores: Scores): Finalists {
  const found: Place[] = [];
  const said: Said[] = [];
  const ties: Tie[] = [];
  for (const group of standingBy(places, (one, other) => (scores.sums[one] ?? 0) - (scores.sums[other] ?? 0))) {
    const seats = 2 - found.length;
    if (seats === 0) break;
    if (group.length <= seats) {
      found.push(...group);
      continue;
    }
    const { on, by } = breakScoringTie(group, seats, scores);
    ties.push({ stage: 0, between: group, preferred: on, by });
    said.push({
      key: `decisions.method.star.said.scoring-tie.${by === "lot" ? "lot" : "rule"}`,
      places: { tied: group, options: on },
    });
    found.push(...on);
  }
  return {
    places: found,
    said: [...said, { key: "decisions.method.star.said.finalists", places: { options: found } }],
    ties,
  };
}

/** The runoff of two: more ballots, then the higher sum, then more of the highest scores, then the lot. */
function runoff(
  [one = 0, other = 1]: readonly Place[],
  { preferred, sums, highest, size, lot }: Scores,
  ballots: number,
): { readonly winner: Place; readonly stage: Stage; readonly ties: readonly Tie[] } {
  const [forOne, forOther] = [preferred[one * size + other] ?? 0, preferred[other * size + one] ?? 0];
  const steps = [
    { difference: forOne - forOther, how: "more" },
    { difference: (sums[one] ?? 0) - (sums[other] ?? 0), how: "by-sum" },
    { difference: (highest[one] ?? 0) - (highest[other] ?? 0), how: "by-highest" },
    { difference: lot.indexOf(other) - lot.indexOf(one), how: "by-lot" },
  ] as const;
  const [decisive = steps[3]] = steps.filter(({ difference }) => difference !== 0);
  const winner = decisive.difference > 0 ? one : other;
  const tie: Tie = {
    stage: 1,
    between: [one, other],
    preferred: [winner],
    by: decisive.how === "by-lot" ? "lot" : "further-rule",
  };
  const values = { votes: Math.max(forOne, forOther), less: Math.min(forOne, forOther) };
  const stage: Stage = {
    said: [{ key: `decisions.method.star.said.runoff.${decisive.how}`, values, places: { option: [winner] } }],
    columns: [{ key: "decisions.method.column.voices" }],
    rows: [
      { of: { place: one }, cells: [String(forOne)] },
      { of: { place: other }, cells: [String(forOther)] },
      { of: { key: "decisions.method.star.row.equal" }, cells: [String(ballots - forOne - forOther)] },
    ],
  };
  return { winner, stage, ties: decisive.how === "more" ? [] : [tie] };
}
