import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addFractions,
  approximately,
  compareFractions,
  fraction,
  fractionFromText,
  fractionText,
  zero,
} from "./fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

test("a fraction is kept in lowest terms with the sign above", () => {
  expect(fraction(2, 4)).toEqual({ numerator: 1n, denominator: 2n });
  expect(fraction(3, -6)).toEqual({ numerator: -1n, denominator: 2n });
  expect(fraction(0, 7)).toEqual(zero);
  expect(fraction(5)).toEqual({ numerator: 5n, denominator: 1n });
});

test("nothing can be divided by zero", () => {
  expect(() => fraction(1, 0)).toThrow("denominator 0");
});

test("sums are exact", () => {
  expect(addFractions(fraction(1, 2), fraction(1, 3))).toEqual(fraction(5, 6));
  expect(addFractions(fraction(1, 10), fraction(2, 10))).toEqual(fraction(3, 10));
});

test("fractions compare where floating point cannot tell them apart", () => {
  const third = fraction(10n ** 30n, 3n * 10n ** 30n);
  const slightlyMore = fraction(10n ** 30n + 1n, 3n * 10n ** 30n);
  expect(compareFractions(third, slightlyMore)).toBe(-1);
  expect(compareFractions(slightlyMore, third)).toBe(1);
  expect(compareFractions(third, fraction(1, 3))).toBe(0);
});

test("the order in which fractions are added makes no difference", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, anyFraction, (one, two, three) => {
      expect(addFractions(addFractions(one, two), three)).toEqual(addFractions(three, addFractions(two, one)));
    }),
  );
});

test("a fraction comes back from its text, and other texts are not fractions", () => {
  fc.assert(
    fc.property(anyFraction, (value) => {
      expect(fractionFromText(fractionText(value))).toEqual(value);
    }),
  );
  expect(fractionText(fraction(2, 4))).toBe("1/2");
  expect(["", "1", "1/0", "a/b", "1/-2", "1/2 "].map(fractionFromText)).toEqual([null, null, null, null, null, null]);
});

test("a fraction is shown as the nearest number", () => {
  expect(approximately(fraction(1, 3))).toBeCloseTo(0.3333, 4);
});
