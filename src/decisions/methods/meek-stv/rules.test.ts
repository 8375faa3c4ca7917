import { expect, test } from "vitest";
import type { Ranking } from "../../model/counting/ranking.ts";
import { meekStvRules } from "./rules.ts";

const options = ["Ada", "Bea", "Cem", "Dot"];

function counted(seats: number, ballots: readonly (readonly [Ranking, number])[], tieOrder: readonly number[] = []) {
  const question = { options, settings: { seats, tieOrder } };
  return meekStvRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    "a seed",
  );
}

test("the quota falls as ballots run out", () => {
  const tally = counted(
    1,
    [
      [[[0]], 4],
      [[[1]], 3],
      [[[2]], 2],
    ],
    [3, 2, 1, 0],
  );
  const quotas = tally.stages.map(({ said }) => said[0]?.values?.["quota"]);
  expect(quotas).toEqual(["4.500000001", "4.500000001", "3.500000001"]);
  expect(tally.elected).toEqual([0]);
});

test("who is within the surplus of the lowest ties with it, and the first in the declared order is defeated", () => {
  const even = [
    [[[0]], 2],
    [[[1]], 1],
    [[[2]], 1],
    [[[3]], 1],
  ] as const;
  const tally = counted(1, even, [2, 1, 3, 0]);
  expect(tally.ties[0]).toEqual({ stage: 0, between: [1, 2, 3], preferred: [1, 3], by: "lot" });
  expect(tally.stages[0]?.said[1]).toMatchObject({
    key: "decisions.method.meek-stv.said.tied",
    places: { option: [2] },
  });
});

test("earlier rounds settle no tie in this rule", () => {
  // After Dot's defeat Cem has as many as Bea, having had fewer; the order alone decides.
  const tally = counted(
    1,
    [
      [[[0]], 4],
      [[[1]], 2],
      [[[2]], 1],
      [[[3], [2]], 1],
    ],
    [3, 1, 2, 0],
  );
  expect(tally.ties.map(({ by }) => by)).toEqual(["lot", "lot"]);
  expect(tally.ties[1]?.preferred).toEqual([2]);
});

test("only blank ballots choose nothing", () => {
  expect(counted(2, [[[], 5]])).toMatchObject({ ballots: 5, elected: [], ties: [] });
});

test("of those elected in one round with equal votes, the order declared or drawn is told as a tie", () => {
  const tally = counted(
    2,
    [
      [[[0]], 4],
      [[[1]], 4],
      [[[2]], 1],
    ],
    [1, 0, 3, 2],
  );
  expect(tally.elected).toEqual([1, 0]);
  expect(tally.ties).toEqual([{ stage: 0, between: [0, 1], preferred: [1, 0], by: "lot" }]);
  expect(tally.stages[0]?.said.at(-1)).toMatchObject({ key: "decisions.method.ranked.said.named-by-lot" });
});
