import { expect, test } from "vitest";
import { lockPairs, victories } from "./locked-pairs.ts";
import { countPairs } from "./pairs.ts";

const circle = countPairs(3, [
  { ballot: [[0], [1], [2]], count: 5 },
  { ballot: [[1], [2], [0]], count: 4 },
  { ballot: [[2], [0], [1]], count: 3 },
]);

test("victories come from the most votes down", () => {
  expect(victories(circle, [0, 1, 2])).toEqual([
    { winner: 1, loser: 2, votes: 9, against: 3 },
    { winner: 0, loser: 1, votes: 8, against: 4 },
    { winner: 2, loser: 0, votes: 7, against: 5 },
  ]);
});

test("a victory that would close a circle is left out", () => {
  const { steps, isAbove } = lockPairs(3, victories(circle, [0, 1, 2]), [0, 1, 2]);
  expect(steps.map(({ isLocked }) => isLocked)).toEqual([true, true, false]);
  expect(isAbove(0, 2)).toBe(true);
  expect(isAbove(2, 0)).toBe(false);
});

test("equal victories of which one gives way are a tie by lot, and the lot decides which", () => {
  const even = countPairs(3, [
    { ballot: [[0], [1], [2]], count: 1 },
    { ballot: [[1], [2], [0]], count: 1 },
    { ballot: [[2], [0], [1]], count: 1 },
  ]);
  for (const lot of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    const locking = lockPairs(3, victories(even, lot), lot);
    expect(locking.ties).toEqual([{ stage: 1, between: [0, 1, 2], preferred: lot, by: "lot" }]);
    expect(locking.isAbove(lot[0] ?? 0, lot[1] ?? 0)).toBe(true);
    expect(locking.isAbove(lot[0] ?? 0, lot[2] ?? 0)).toBe(true);
  }
});
