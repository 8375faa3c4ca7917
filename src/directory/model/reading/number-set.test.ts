import fc from "fast-check";
import { expect, test } from "vitest";
import { inAny, inBoth, isIn, numbersIn, setOf, sizeOf, without } from "./number-set.ts";

const numbers = fc.uniqueArray(fc.nat(300)).map((given) => given.toSorted((one, other) => one - other));

test("a set holds the numbers it was made of, and no others", () => {
  fc.assert(
    fc.property(numbers, fc.nat(400), (given, number) => {
      const set = setOf(given);
      expect(numbersIn(set)).toEqual(given);
      expect(sizeOf(set)).toBe(given.length);
      expect(isIn(set, number)).toBe(given.includes(number));
    }),
  );
  expect(numbersIn(setOf([3, 11]))).toEqual([3, 11]);
});

test("sets of unlike length are joined, narrowed and lessened as sets are", () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const [a, b] = [setOf(one), setOf(other)];
      expect(numbersIn(inAny([a, b]))).toEqual([...new Set([...one, ...other])].toSorted((x, y) => x - y));
      expect(numbersIn(inBoth(a, b))).toEqual(one.filter((number) => other.includes(number)));
      expect(numbersIn(without(a, b))).toEqual(one.filter((number) => !other.includes(number)));
    }),
  );
  expect(sizeOf(inAny([]))).toBe(0);
});
