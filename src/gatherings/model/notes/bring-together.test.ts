import fc from "fast-check";
import { expect, test } from "vitest";
import { bringTogether } from "./bring-together.ts";

const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 8 }).map((lines) => lines.join("\n"));

test("what both begin and end with stands once, and between it the lines of both", () => {
  expect(bringTogether("a\nb\nd", "a\nc\nd")).toBe("a\nb\nc\nd");
  expect(bringTogether("a", "a\nb")).toBe("a\nb");
  expect(bringTogether("", "new")).toBe("\nnew");
});

test("no line of either is lost, and each stays in its order", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const together = bringTogether(one, other).split("\n");
      for (const lines of [one.split("\n"), other.split("\n")]) {
        let from = 0;
        for (const line of lines) {
          const found = together.indexOf(line, from);
          expect(found).toBeGreaterThanOrEqual(0);
          from = found + 1;
        }
      }
    }),
  );
});

test("a text brought together with itself stays as it is", () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(bringTogether(one, one)).toBe(one);
    }),
  );
});
