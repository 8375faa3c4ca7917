import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { ballotsIn } from "../../model/counting/choices.ts";
import { readMarks, type Marks } from "../../model/counting/marks.ts";
import { compareMiddles, middleGrades, type MiddleGrades } from "../../model/counting/middle-grades.ts";
import { memberOf, strangeName } from "../../model/counting/read-json.ts";
import {
  concludeSeats,
  placesOf,
  readSeatsOrOne,
  seat,
  seatedTally,
  standingBy,
} from "../../model/counting/standing.ts";
import { unfit } from "../../model/counting/unfit.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Said, Stage, Tally } from "../method.ts";

/** How many options are chosen. */
export type MajorityJudgmentSettings = { readonly seats: number };

const method = { id: "majority-judgment", version: 1 };

/** The grades from the worst, 0, to the best, 5; their names are messages. */
export const grades = [0, 1, 2, 3, 4, 5] as const;
const best = 5;

/** A grade for each option: the highest middle grade wins, ties parted by removing middle grades. See the README beside this file. */
export const majorityJudgmentRules: MethodRules<MajorityJudgmentSettings, Marks> = {
  ...method,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { seats: 1 },
  readSettings,
  readBallot: (raw, { options }) => readMarks(raw, options, { least: 0, most: best }),
  count,
  conclude: (tally, { settings }) => concludeSeats(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<MajorityJudgmentSettings, MethodRefusal> {
  if (strangeName(raw, majorityJudgmentRules.defaults) !== undefined) return unfit("settings-unreadable");
  const seats = readSeatsOrOne(memberOf(raw, "seats"), options);
  return seats.ok ? accepted({ seats: seats.value }) : seats;
}

function count({ options, settings }: Question<MajorityJudgmentSettings>, ballots: readonly Counted<Marks>[]): Tally {
  const total = ballotsIn(ballots);
  const counts = gradesOf(ballots, options.length);
  const middles = counts.map(middleGrades);
  const compare = (one: Place, other: Place) => compareMiddles(middleOf(middles, one), middleOf(middles, other)).order;
  const standing = total === 0 ? [] : standingBy(placesOf(options), compare);
  const stage: Stage = {
    said:
      total === 0
        ? []
        : [howJudged, ...standing.flat().map((place) => judged(place, counts)), ...parting(standing, middles)],
    columns: ["5", "4", "3", "2", "1", "0"].map((grade) => ({
      key: `decisions.method.majority-judgment.grade.${grade}`,
    })),
    rows: counts.map((row, place) => ({ of: { place }, cells: row.toReversed().map(String) })),
  };
  return seatedTally(method, total, stage, seat(standing, settings.seats));
}

/** How many gave each option each grade; a blank is the worst grade, so that every option has as many grades as there are ballots. */
function gradesOf(ballots: readonly Counted<Marks>[], size: number): readonly (readonly number[])[] {
  const counts = Array.from({ length: size }, () => grades.map(() => 0));
  for (const { ballot, count } of ballots) {
    for (const [place, row] of counts.entries()) {
      const grade = ballot.marks[place] ?? 0;
      row[grade] = (row[grade] ?? 0) + count;
    }
  }
  return counts;
}

const howJudged: Said = { key: "decisions.method.majority-judgment.said.how" };

/** The option's middle grade, and how many gave a better and a worse one. */
function judged(place: Place, counts: readonly (readonly number[])[]): Said {
  const row = counts[place] ?? [];
  const grade = middle(middleGrades(row));
  const better = row.slice(grade + 1).reduce((sum, count) => sum + count, 0);
  const worse = row.slice(0, grade).reduce((sum, count) => sum + count, 0);
  const values = { grade: String(grade), better, worse };
  return { key: "decisions.method.majority-judgment.said.middle", values, places: { option: [place] } };
}

/** For each two neighbours with the same middle grade: after how many removals they differ. */
function parting(standing: readonly (readonly Place[])[], middles: readonly MiddleGrades[]): readonly Said[] {
  return standing.slice(1).flatMap(([lower = 0], index) => {
    const [higher = 0] = standing[index] ?? [];
    const [one, other] = [middleOf(middles, higher), middleOf(middles, lower)];
    if (middle(one) !== middle(other)) return [];
    const { removed, first, second } = compareMiddles(one, other);
    const values = { removed, first: String(first), second: String(second) };
    const places = { higher: [higher], lower: [lower] };
    return [{ key: "decisions.method.majority-judgment.said.parted", values, places }];
  });
}

function middle({ alone, runs }: MiddleGrades): number {
  return alone ?? runs[0]?.lower ?? 0;
}

function middleOf(middles: readonly MiddleGrades[], place: Place): MiddleGrades {
  return middles[place] ?? { alone: null, runs: [] };
}
