import { expect, test } from "vitest";
import { tagsIn } from "./tags.ts";

test("tags are read from what was typed, in one spelling and each once", () => {
  expect(tagsIn("Money, Spring gathering, #money")).toEqual(["money", "spring-gathering"]);
  expect(tagsIn(" , ")).toEqual([]);
  expect(tagsIn("Übersetzung")).toEqual(["übersetzung"]);
});

test("more than five tags are refused, and what is no word", () => {
  expect(tagsIn("a,b,c,d,e,f")).toEqual({ kind: "too-many-tags", most: 5 });
  expect(tagsIn("a/b")).toEqual({ kind: "tag-unfit", tag: "a/b" });
  expect(tagsIn("x".repeat(31))).toMatchObject({ kind: "tag-unfit" });
});
