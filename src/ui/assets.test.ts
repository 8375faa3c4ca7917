import { expect, test } from "vitest";
import { assetUrl, islandsIn } from "./assets.ts";

test("a page asks for each island it contains, once", () => {
  expect(islandsIn("<koinon-copy data-text='x'></koinon-copy><koinon-seat-map><koinon-copy>")).toEqual([
    "copy",
    "seat-map",
  ]);
});

test("words about an island ask for none", () => {
  expect(islandsIn("<p>&lt;koinon-copy&gt; koinon-live</p></koinon-copy>")).toEqual([]);
});

test("a file that the build did not make is a bug and throws", () => {
  expect(assetUrl({ "styles.css": "/assets/styles.1.css" }, "styles.css")).toBe("/assets/styles.1.css");
  expect(() => assetUrl({}, "islands/copy.js")).toThrow("the build made no islands/copy.js");
});
