import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf } from "./text-differences.ts";

const text = fc
  .array(fc.constantFrom("we", "meet", "today", " ", "\n", "noon"), { maxLength: 30 })
  .map((parts) => parts.join(""));

test("what changed is told word by word", () => {
  expect(differencesOf("We meet today", "We meet at noon")).toEqual([
    { kind: "same", text: "We meet " },
    { kind: "gone", text: "today" },
    { kind: "added", text: "at noon" },
  ]);
  expect(differencesOf("After half an hour they go", "After twenty minutes they go")).toEqual([
    { kind: "same", text: "After " },
    { kind: "gone", text: "half an hour" },
    { kind: "added", text: "twenty minutes" },
    { kind: "same", text: " they go" },
  ]);
  expect(differencesOf("a", "a")).toEqual([{ kind: "same", text: "a" }]);
});

test("both texts can be read from their differences", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differencesOf(before, after);
      const read = (other: string) => pieces.flatMap(({ kind, text: part }) => (kind === other ? [] : [part])).join("");
      expect(read("added")).toBe(before);
      expect(read("gone")).toBe(after);
    }),
  );
});

test("two long texts with nothing in common are compared at once", () => {
  const before = Array.from({ length: 5_000 }, (_, place) => `a${place}`).join("\n");
  const after = Array.from({ length: 5_000 }, (_, place) => `b${place}`).join("\n");
  expect(differencesOf(before, after).map(({ kind }) => kind)).toEqual(["gone", "added"]);
});
