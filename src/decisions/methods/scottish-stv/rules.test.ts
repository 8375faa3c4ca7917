import { expect, test } from "vitest";
import type { Ranking } from "../../model/counting/ranking.ts";
import type { Stage } from "../method.ts";
import { scottishStvRules } from "./rules.ts";

const options = ["Ada", "Bea", "Cem", "Dot"];

function counted(seats: number, ballots: readonly (readonly [Ranking, number])[], tieOrder: readonly number[] = []) {
  const question = { options, settings: { seats, tieOrder } };
  return scottishStvRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    "a seed",
  );
}

function votes(stage: Stage | undefined): readonly (string | undefined)[] {
  return stage?.rows.map(({ cells }) => cells[0]) ?? [];
}

test("a transfer value is cut after five decimals, and what is lost by it is shown", () => {
  // Quota 4 of 10 with 2 seats; Ada's 7 pass on 3/7 = 0.42857142…
  const tally = counted(2, [
    [[[0], [1]], 7],
    [[[2]], 2],
    [[[3]], 1],
  ]);
  expect(votes(tally.stages[1])).toEqual(["4.00000", "2.99999", "2.00000", "1.00000", "0.00000", "0.00001"]);
});

test("ballots go on at their value times surplus over all that is held", () => {
  // Ada passes 3/7 of each ballot to Bea, who then holds 2.99999 and her own 3: 5.99999, a surplus of 1.99999.
  const tally = counted(2, [
    [[[0], [1], [3]], 7],
    [[[1], [2]], 3],
  ]);
  expect(tally.elected).toEqual([0, 1]);
  expect(tally.stages[0]?.said[0]?.values).toMatchObject({ quota: 4, ballots: 10, seats: 2 });
});

test("ballots without a further preference are not transferable", () => {
  const tally = counted(2, [
    [[[0]], 7],
    [[[1]], 2],
    [[[2]], 1],
  ]);
  expect(votes(tally.stages[1])).toEqual(["4.00000", "2.00000", "1.00000", "0.00000", "2.99999", "0.00001"]);
});

test("of equal surpluses the one that had more at an earlier stage goes first", () => {
  // Quota 6 of 29. Half of Ada's 12 lift Cem from 2 to Bea's 8.
  const five = [...options, "Eve"];
  const ballots: readonly (readonly [Ranking, number])[] = [
    [[[0], [2]], 12],
    [[[1]], 8],
    [[[2]], 2],
    [[[3]], 4],
    [[[4]], 3],
  ];
  const question = { options: five, settings: { seats: 4, tieOrder: [4, 3, 2, 1, 0] } };
  const tally = scottishStvRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    "",
  );
  expect(tally.ties).toEqual([{ stage: 1, between: [1, 2], preferred: [1], by: "earlier-stage" }]);
  expect(tally.elected).toEqual([0, 1, 2, 3]);
});

test("an order declared for ties is the order in which options are dealt with: the first is excluded first", () => {
  const even = [
    [[[0]], 1],
    [[[1]], 1],
    [[[2]], 1],
    [[[3]], 1],
  ] as const;
  expect(counted(1, even, [0, 1, 2, 3]).elected).toEqual([3]);
  expect(counted(1, even, [3, 2, 1, 0]).elected).toEqual([0]);
  expect(counted(1, even, [0, 1, 2, 3]).ties[0]).toEqual({
    stage: 0,
    between: [0, 1, 2, 3],
    preferred: [1, 2, 3],
    by: "lot",
  });
});

test("as many options as seats left are elected without the quota", () => {
  const tally = counted(3, [
    [[[0]], 9],
    [[[1]], 1],
  ]);
  expect(tally.elected).toHaveLength(3);
  expect(tally.stages.at(-1)?.said.at(-1)).toMatchObject({ key: "decisions.method.ranked.said.filled" });
});

test("the votes of every stage add up to the ballots", () => {
  const tally = counted(2, [
    [[[0], [1], [2]], 17],
    [[[1], [0]], 5],
    [[[2], [3]], 6],
    [[[3], [2], [1]], 4],
  ]);
  for (const stage of tally.stages) {
    const sum = votes(stage).reduce((total, cell) => total + BigInt((cell || "0").replace(".", "")), 0n);
    expect(sum).toBe(3_200_000n);
  }
});

test("seats are at least one and fewer than the options", () => {
  for (const seats of [3, "3"])
    expect(scottishStvRules.readSettings({ seats }, options)).toEqual({ ok: true, value: { seats: 3, tieOrder: [] } });
  for (const seats of [0, 4, 1.5, "many"])
    expect(scottishStvRules.readSettings({ seats }, options)).toMatchObject({
      refusal: { kind: "ranking-seats-out-of-range", least: 1, most: 3 },
    });
});

test("of those elected in one stage with equal votes, the order declared or drawn is told as a tie", () => {
  // Quota 4 of 11: Bea and Ada reach it at once, with four votes each.
  const ballots = [
    [[[0]], 4],
    [[[1]], 4],
    [[[2]], 2],
    [[[3]], 1],
  ] as const;
  const tally = counted(2, ballots, [1, 0, 3, 2]);
  expect(tally.elected).toEqual([1, 0]);
  expect(tally.ties).toEqual([{ stage: 0, between: [0, 1], preferred: [1, 0], by: "lot" }]);
  expect(tally.stages[0]?.said.at(-1)).toEqual({
    key: "decisions.method.ranked.said.named-by-lot",
    places: { tied: [1, 0] },
  });
  expect(counted(2, ballots, [0, 1, 2, 3]).elected).toEqual([0, 1]);
});

test("of the last seats, those that equal options take are told as a tie as well", () => {
  const tally = counted(
    3,
    [
      [[[0]], 9],
      [[[1]], 2],
      [[[2]], 2],
    ],
    [3, 2, 1, 0],
  );
  expect(tally.elected).toEqual([0, 2, 1]);
  expect(tally.ties.at(-1)).toEqual({ stage: tally.stages.length - 1, between: [1, 2], preferred: [2, 1], by: "lot" });
});
