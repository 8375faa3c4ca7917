import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordDiff } from "./word-diff.ts";

const joined = (before: string, after: string, not: "gone" | "new") =>
  wordDiff(before, after)
    .filter(({ is }) => is !== not)
    .map(({ text }) => text)
    .join("");

describe("what changed between two texts", () => {
  test("is told word by word", () => {
    expect(wordDiff("ten hours a week", "six hours a week")).toEqual([
      { is: "gone", text: "ten" },
      { is: "new", text: "six" },
      { is: "same", text: " hours a week" },
    ]);
  });

  test("gives back both texts, whatever they are", () => {
    const texts = fc
      .array(fc.constantFrom("a", "b", "c", " ", "\n", "hours", "🌱"), { maxLength: 40 })
      .map((words) => words.join(""));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(joined(before, after, "new")).toBe(before);
        expect(joined(before, after, "gone")).toBe(after);
      }),
    );
  });

  test("is told of equal texts as nothing, and of empty ones as all", () => {
    expect(wordDiff("the same", "the same")).toEqual([{ is: "same", text: "the same" }]);
    expect(wordDiff("", "new")).toEqual([{ is: "new", text: "new" }]);
    expect(wordDiff("", "")).toEqual([]);
  });

  test("is told line by line where the texts are long, so that no page waits", () => {
    const line = "We pay one shared moderator for ten hours a week.\n";
    const long = line.repeat(200);
    const changed = `${long}And two on Sundays.\n`;
    expect(wordDiff(long, changed)).toEqual([
      { is: "same", text: long },
      { is: "new", text: "And two on Sundays.\n" },
    ]);
  });
});
