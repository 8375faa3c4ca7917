import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberOfShare, numberWords } from "./number-words.ts";

const english = numberWords("en");
const german = numberWords("de");

describe("a count", () => {
  test("is grouped as the reader's language does", () => {
    expect([english.number(12_345), german.number(12_345)]).toEqual(["12,345", "12.345"]);
  });

  test("beyond what a float holds is told to its last digit", () => {
    expect(english.number(12_345_678_901_234_567_891n)).toBe("12,345,678,901,234,567,891");
  });
});

describe("a share", () => {
  test("is rounded to the nearest percent", () => {
    expect(english.percent({ numerator: 31n, denominator: 42n })).toBe("74%");
    expect(english.percent({ numerator: 1, denominator: 8 }, 1)).toBe("12.5%");
    expect(german.percent({ numerator: 1, denominator: 3 }, 1)).toBe("33,3\u00a0%");
  });

  test("shows 100 percent only if it is the whole, and none only if it is nothing", () => {
    expect(english.percent({ numerator: 999, denominator: 1000 })).toBe("99%");
    expect(english.percent({ numerator: 1, denominator: 1000 })).toBe("1%");
    expect(english.percent({ numerator: 42, denominator: 42 })).toBe("100%");
    expect(english.percent({ numerator: 0, denominator: 42 })).toBe("0%");
  });

  test("of electorates beyond what a float holds is exact", () => {
    const half = 10n ** 40n;
    expect(english.percent({ numerator: half + 1n, denominator: 2n * half }, 2)).toBe("50.00%");
  });

  test("of nobody is a bug and throws", () => {
    expect(() => english.percent({ numerator: 0, denominator: 0 })).toThrow("a share of 0 parts");
  });

  test("is drawn between nothing and the whole", () => {
    expect(numberOfShare({ numerator: 1, denominator: 4 })).toBe(0.25);
    expect(numberOfShare({ numerator: 9n, denominator: 4n })).toBe(1);
  });

  test("is never told further than half a percent off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(10_000), (denominator, above) => {
        const numerator = above % (denominator + 1);
        const told = Number(english.percent({ numerator, denominator }).replace("%", ""));
        const off = Math.abs(told - (100 * numerator) / denominator);
        const isHeldBack = (told === 1 || told === 99) && off < 1;
        expect(off <= 0.5 || isHeldBack).toBe(true);
      }),
    );
  });
});

describe("a sum of money", () => {
  test("is told from minor units in the currency's own places", () => {
    expect(english.money(1_205n, "EUR")).toBe("€12.05");
    expect(german.money(1_205n, "EUR")).toBe("12,05\u00a0€");
    expect(english.money(1_205n, "JPY")).toBe("JP¥1,205");
    expect(english.money(1_205n, "KWD")).toBe("KWD\u00a01.205");
  });

  test("below one unit and below nothing keeps its places", () => {
    expect(english.money(5n, "EUR")).toBe("€0.05");
    expect(english.money(-1_205n, "EUR")).toBe("-€12.05");
  });

  test("beyond what a float holds is exact to the cent", () => {
    expect(english.money(1_234_567_890_123_456_789_05n, "EUR")).toBe("€1,234,567,890,123,456,789.05");
  });
});
