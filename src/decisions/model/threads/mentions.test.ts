import { expect, test } from "vitest";
import { handlesIn } from "./mentions.ts";

test("handles are found wherever a sentence has them, each once", () => {
  expect(handlesIn("Ask @ana@Social.example. Or (@ben_2@a.b.example)! @ana@social.example")).toEqual([
    "@ana@social.example",
    "@ben_2@a.b.example",
  ]);
});

test("addresses, links and names without a server are no handles", () => {
  expect(handlesIn("ana@social.example https://social.example/@ana@b.example @ana")).toEqual([]);
});

test("no more than ten people are named by one text", () => {
  expect(handlesIn(Array.from({ length: 12 }, (_, place) => `@a${place}@b.example`).join(" "))).toHaveLength(10);
});
