import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction } from "../../../kernel/base/fraction.ts";
import { leastOf, meetsShare, moreToMeet, readShare, shareText, type Reach } from "./share.ts";

describe("a share", () => {
  test("is read as people write it", () => {
    expect(readShare("66.5 %")).toEqual(fraction(133, 200));
    expect(readShare("66,5%")).toEqual(fraction(133, 200));
    expect(readShare("2/3")).toEqual(fraction(2, 3));
    expect(readShare(75)).toEqual(fraction(3, 4));
    for (const text of ["", "most", "101", "-5", "5/4", "1/0", "75 % or so", "1e2"]) expect(readShare(text)).toBeNull();
  });

  test("is kept and shown as a percentage where it is one, and reads back", () => {
    expect(shareText(fraction(3, 4))).toBe("75\u00a0%");
    expect(shareText(fraction(2, 3))).toBe("2/3");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (above, more) => {
        const share = fraction(above, above + more);
        expect(readShare(shareText(share))).toEqual(share);
      }),
    );
  });
});

test("three quarters of twenty are fifteen, and more than three quarters are sixteen", () => {
  expect(leastOf(20, fraction(3, 4), "at-least")).toBe(15);
  expect(leastOf(20, fraction(3, 4), "more-than")).toBe(16);
  expect(leastOf(21, fraction(3, 4), "at-least")).toBe(16);
});

test("nothing of nothing is no share", () => {
  expect(meetsShare(0, 0, fraction(0, 1), "at-least")).toBe(false);
});

test("who would have had to join is the least number that suffices", () => {
  expect(moreToMeet(14, 20, fraction(3, 4), "at-least")).toBe(4);
  expect(moreToMeet(3, 4, fraction(1, 1), "at-least")).toBeNull();
  const reaches = fc.constantFrom<Reach>("at-least", "more-than");
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(98), reaches, (part, against, percent, reach) => {
      const [whole, share] = [part + against, fraction(percent, 100)];
      const more = moreToMeet(part, whole, share, reach);
      if (more === null) throw new Error(`${part} of ${whole} can always reach ${percent} %`);
      expect(meetsShare(part + more, whole + more, share, reach)).toBe(true);
      if (more > 0) expect(meetsShare(part + more - 1, whole + more - 1, share, reach)).toBe(false);
    }),
  );
});
