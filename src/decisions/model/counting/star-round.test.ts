import { expect, test } from "vitest";
import { breakScoringTie, type StarMarks } from "./star-round.ts";

/** Match-ups by who beats whom, with the highest scores of each of four. */
function marksOf(won: readonly (readonly [number, number])[], highest: readonly number[]): StarMarks {
  const preferred = Array.from({ length: 16 }, () => 0);
  for (const [winner, loser] of won) preferred[winner * 4 + loser] = 1;
  return { preferred, highest, size: 4, lot: [3, 2, 1, 0] };
}

test("where several lead by highest scores, only those with fewest are out, and the rest are compared again", () => {
  // Each loses once. Without the last, the third beats both leaders.
  const won = [
    [2, 0],
    [2, 1],
    [3, 2],
    [0, 3],
  ] as const;
  expect(breakScoringTie([0, 1, 2, 3], 1, marksOf(won, [2, 2, 1, 0]))).toEqual({ on: [2], by: "further-rule" });
});

test("a single leader by highest scores goes on at once", () => {
  expect(breakScoringTie([0, 1, 2, 3], 1, marksOf([], [2, 3, 1, 0]))).toEqual({ on: [1], by: "further-rule" });
});

test("what nothing parts goes by the lot", () => {
  expect(breakScoringTie([0, 1, 2], 2, marksOf([], [1, 1, 1, 1]))).toEqual({ on: [2, 1], by: "lot" });
});
