import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  approximately,
  compareFractions,
  fraction,
  fractionFromText,
  fractionText,
  multiply,
  subtract,
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

test("sums, differences and products are exact", () => {
  expect(add(fraction(1, 2), fraction(1, 3))).toEqual(fraction(5, 6));
  expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual(fraction(1, 6));
  expect(multiply(fraction(2, 3), fraction(3, 4))).toEqual(fraction(1, 2));
  expect(add(fraction(1, 10), fraction(2, 10))).toEqual(fraction(3, 10));
});

test("fractions compare where floating point cannot tell them apart", () => {
  const third = fraction(10n ** 30n, 3n * 10n ** 30n);
  const slightlyMore = fraction(10n ** 30n + 1n, 3n * 10n ** 30n);
  expect(compareFractions(third, slightlyMore)).toBe(-1);
  expect(compareFractions(slightlyMore, third)).toBe(1);
  expect(compareFractions(third, fraction(1, 3))).toBe(0);
});

test("adding and taking away again gives the same fraction", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (one, other) => {
      expect(subtract(add(one, other), other)).toEqual(one);
    }),
  );
});

test("multiplication distributes over addition", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, anyFraction, (factor, one, other) => {
      expect(multiply(factor, add(one, other))).toEqual(add(multiply(factor, one), multiply(factor, other)));
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
