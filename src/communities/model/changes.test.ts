import { expect, test } from "vitest";
import { changedParts } from "./changes.ts";

test("a change names the parts that differ", () => {
  expect(changedParts({ name: "Plum", hue: "sea" }, { name: "Plum", hue: "rose" })).toEqual(["hue"]);
  expect(changedParts({ links: [{ label: "Wiki", url: "https://wiki.example/" }] }, { links: [] })).toEqual(["links"]);
  expect(changedParts({ purpose: { en: "Meet." } }, { purpose: { en: "Meet." } })).toEqual([]);
});

test("the order of languages matters, since the first one is the original", () => {
  expect(changedParts({ purpose: { en: "a", de: "b" } }, { purpose: { de: "b", en: "a" } })).toEqual(["purpose"]);
});
