import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedText, oneBillion, productUp, quotientUp } from "./fixed-point.ts";

test("a whole number of the last place is written with its point", () => {
  expect(fixedText(104978000, 5)).toBe("1049.78000");
  expect(fixedText(7, 5)).toBe("0.00007");
  expect(fixedText(2_000_000_001n, 9)).toBe("2.000000001");
});

test("a product of two shares is rounded up, exactly as whole numbers of any size have it", () => {
  expect(productUp(500_000_001, 500_000_001)).toBe(250_000_002);
  const share = fc.oneof(fc.integer({ min: 0, max: oneBillion }), fc.constantFrom(0, 1, oneBillion - 1, oneBillion));
  fc.assert(
    fc.property(share, share, (one, other) => {
      expect(BigInt(productUp(one, other))).toBe((BigInt(one) * BigInt(other) + 999_999_999n) / 1_000_000_000n);
    }),
    { numRuns: 5000 },
  );
});

test("a quotient is rounded up", () => {
  expect(quotientUp(7n, 3n)).toBe(3n);
  expect(quotientUp(6n, 3n)).toBe(2n);
});
