import fc from "fast-check";
import { expect, test } from "vitest";
import { compareMiddles, middleGrades } from "./middle-grades.ts";

/** The definition word for word: take the lower middle grade out of the list until none is left. */
function removedInOrder(counts: readonly number[]): readonly number[] {
  const left = counts.flatMap((count, grade) => Array.from({ length: count }, () => grade));
  const order: number[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor((left.length - 1) / 2), 1));
  return order;
}

/** Two options' grades, as many for each. */
const twoOptions = fc.integer({ min: 0, max: 24 }).chain((size) => {
  const grades = fc.array(fc.nat(5), { minLength: size, maxLength: size });
  return fc.tuple(grades.map(countsOf), grades.map(countsOf));
});

function countsOf(grades: readonly number[]): readonly number[] {
  return Array.from({ length: 6 }, (_, grade) => grades.filter((given) => given === grade).length);
}

test("comparing in runs finds what removing one middle grade after the other does", () => {
  fc.assert(
    fc.property(twoOptions, ([one, other]) => {
      const [left, right] = [removedInOrder(one), removedInOrder(other)];
      const at = left.findIndex((grade, index) => grade !== right[index]);
      const expected =
        at === -1
          ? { order: 0, removed: left.length, first: 0, second: 0 }
          : { order: (left[at] ?? 0) - (right[at] ?? 0), removed: at, first: left[at], second: right[at] };
      expect(compareMiddles(middleGrades(one), middleGrades(other))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("a million grades are a handful of runs", () => {
  const million = [100_000, 200_000, 150_000, 250_000, 200_000, 100_000];
  expect(middleGrades(million).runs.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(500_000);
  expect(middleGrades(million).runs.length).toBeLessThan(12);
});
