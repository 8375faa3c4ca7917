import { expect, test } from "vitest";
import type { Ranking } from "../../model/counting/ranking.ts";
import { bordaRules, type BordaSettings } from "./rules.ts";

const options = ["Ada", "Bea", "Cem", "Dot"];

function points(truncated: BordaSettings["truncated"], ballots: readonly (readonly [Ranking, number])[]) {
  const question = { options, settings: { seats: 1, truncated } };
  const tally = bordaRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    "",
  );
  return tally.stages[0]?.rows.map(({ cells }) => cells[0]);
}

test("a full ballot gives one point for each option below", () => {
  const full = [[[[2], [0], [3], [1]], 2]] as const;
  expect(points("tournament", full)).toEqual(["4", "0", "6", "2"]);
  expect(points("average", full)).toEqual(["4", "0", "6", "2"]);
  expect(points("modified", full)).toEqual(["6", "2", "8", "4"]);
});

test("a ballot that leaves options out is worth what its rule says", () => {
  const short = [[[[2], [0]], 1]] as const;
  expect(points("tournament", short)).toEqual(["2", "0", "3", "0"]);
  expect(points("average", short)).toEqual(["2", "1/2", "3", "1/2"]);
  expect(points("modified", short)).toEqual(["1", "0", "2", "0"]);
});

test("equal options share their points, or give each other nothing", () => {
  const equal = [[[[2, 0], [1], [3]], 1]] as const;
  expect(points("tournament", equal)).toEqual(["2", "1", "2", "0"]);
  expect(points("average", equal)).toEqual(["5/2", "1", "5/2", "0"]);
  expect(points("modified", equal)).toEqual(["7/2", "2", "7/2", "1"]);
});

test("by the average every ballot gives away the same sum", () => {
  const ballots: readonly Ranking[] = [[[0]], [[1], [2]], [[0, 1, 2], [3]], [[3], [2], [1], [0]]];
  for (const ballot of ballots) {
    const halves = points("average", [[ballot, 2]])?.map(Number) ?? [];
    expect(halves.reduce((sum, half) => sum + half, 0)).toBe(12);
  }
});

test("equal points are a tie that stands", () => {
  const question = { options, settings: { seats: 1, truncated: "average" as const } };
  const tally = bordaRules.count(question, [{ ballot: [[0, 1], [2], [3]], count: 1 }], "");
  expect(tally.ties).toEqual([{ stage: 0, between: [0, 1], preferred: [], by: "stands" }]);
  expect(bordaRules.conclude(tally, question, { eligible: 3, answered: 1 }).verdict).toBe("tied");
});
