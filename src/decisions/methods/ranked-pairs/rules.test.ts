import { expect, test } from "vitest";
import type { Ranking } from "../../model/counting/ranking.ts";
import { rankedPairsRules } from "./rules.ts";

const options = ["Ada", "Bea", "Cem"];

function counted(seats: number, ballots: readonly (readonly [Ranking, number])[], seed = "a seed") {
  const question = { options, settings: { seats } };
  return rankedPairsRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    seed,
  );
}

test("in a circle the weakest victory is left out, and that is said", () => {
  const tally = counted(1, [
    [[[0], [1], [2]], 5],
    [[[1], [2], [0]], 4],
    [[[2], [0], [1]], 3],
  ]);
  expect(tally.elected).toEqual([0]);
  expect(tally.stages[1]?.said.slice(1)).toEqual([
    {
      key: "decisions.method.ranked-pairs.said.locked",
      values: { votes: 9, against: 3 },
      places: { winner: [1], loser: [2] },
    },
    {
      key: "decisions.method.ranked-pairs.said.locked",
      values: { votes: 8, against: 4 },
      places: { winner: [0], loser: [1] },
    },
    {
      key: "decisions.method.ranked-pairs.said.skipped",
      values: { votes: 7, against: 5 },
      places: { winner: [2], loser: [0] },
    },
  ]);
});

test("options that no victory parts are parted by the lot of the seed, and that is reported", () => {
  const even = [
    [[[0], [1]], 1],
    [[[1], [0]], 1],
  ] as const;
  const winners = new Set(["a", "b", "c", "d", "e", "f"].map((seed) => counted(1, even, seed).elected.join()));
  expect(winners).toEqual(new Set(["0", "1"]));
  const { elected, ties } = counted(1, even);
  expect(ties).toEqual([{ stage: 2, between: [0, 1], preferred: elected, by: "lot" }]);
});

test("equal options that all have a seat need no lot to be reported", () => {
  expect(counted(2, [[[[0, 1], [2]], 3]]).ties).toEqual([]);
});
