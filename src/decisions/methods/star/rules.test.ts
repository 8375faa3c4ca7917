import { describe, expect, test } from "vitest";
import { starRules } from "./rules.ts";

const names = ["A", "B", "C", "D"];

function counted(ballots: readonly (readonly number[])[], seed = "a seed") {
  const options = names.slice(0, ballots[0]?.length);
  const question = { options, settings: { most: 5 } };
  return starRules.count(
    question,
    ballots.map((marks) => ({ ballot: { marks }, count: 1 })),
    seed,
  );
}

test("the one with the highest sum loses the runoff to one whom more people score higher", () => {
  const tally = counted([
    [5, 4, 0],
    [5, 0, 0],
    [2, 3, 0],
    [2, 3, 0],
    [2, 3, 0],
  ]);
  expect(tally.stages[0]?.rows.map(({ cells }) => cells[0])).toEqual(["16", "13", "0"]);
  expect(tally.elected).toEqual([1]);
});

describe("a tie in the scoring round", () => {
  test("of two for one place goes to the one whom more people score higher", () => {
    // B and C have 7 each; two of three score C higher.
    const tally = counted([
      [5, 5, 2],
      [5, 1, 3],
      [5, 1, 2],
    ]);
    expect(tally.ties).toEqual([{ stage: 0, between: [1, 2], preferred: [2], by: "further-rule" }]);
  });

  test("of three is parted by match-ups lost, each pair counting once, not by preferences added up", () => {
    // All have 11. A beats B, B beats C, C beats A; D loses to all three, but has most of the highest scores.
    const tally = counted([
      [4, 3, 2, 0],
      [2, 4, 3, 0],
      [3, 2, 4, 1],
      [1, 1, 1, 5],
      [1, 1, 1, 5],
    ]);
    expect(tally.stages[0]?.rows.map(({ cells }) => cells[0])).toEqual(["11", "11", "11", "11"]);
    expect(tally.ties[0]?.preferred).not.toContain(3);
  });

  test("that match-ups do not part goes to the one with most of the highest scores", () => {
    const tally = counted([
      [5, 5, 2],
      [5, 1, 4],
    ]);
    expect(tally.ties).toEqual([{ stage: 0, between: [1, 2], preferred: [1], by: "further-rule" }]);
  });

  test("that nothing parts is decided by the lot that the seed gives, and says so", () => {
    const alike = [
      [5, 3, 3],
      [5, 2, 2],
    ];
    const drawn = new Set(
      Array.from({ length: 20 }, (_, seed) => counted(alike, `seed ${seed}`).ties[0]?.preferred[0]),
    );
    expect(drawn).toEqual(new Set([1, 2]));
    expect(counted(alike).ties[0]?.by).toBe("lot");
    expect(counted(alike)).toEqual(counted(alike));
  });
});

describe("a tie in the runoff", () => {
  test("goes to the higher sum", () => {
    const tally = counted([
      [5, 0],
      [3, 4],
    ]);
    expect(tally).toMatchObject({ elected: [0], ties: [{ stage: 1, by: "further-rule" }] });
    expect(tally.stages[1]?.said[0]?.key).toContain("by-sum");
  });

  test("with equal sums goes to more of the highest scores", () => {
    const tally = counted([
      [5, 2],
      [1, 4],
    ]);
    expect(tally.elected).toEqual([0]);
    expect(tally.stages[1]?.said[0]?.key).toContain("by-highest");
  });

  test("in which all is equal goes to the lot", () => {
    const winners = Array.from(
      { length: 20 },
      (_, seed) =>
        counted(
          [
            [5, 0],
            [0, 5],
          ],
          `seed ${seed}`,
        ).elected[0],
    );
    expect(new Set(winners)).toEqual(new Set([0, 1]));
  });
});

test("nobody is chosen when nobody gives a star", () => {
  expect(
    counted([
      [0, 0],
      [0, 0],
    ]).elected,
  ).toEqual([]);
});
