import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("what was made once is given again, until more than the bound was asked for", () => {
  const made: string[] = [];
  const give = remembered(2, (key) => {
    made.push(key);
    return { key };
  });
  expect(give("a")).toBe(give("a"));
  give("b");
  give("c");
  give("b");
  give("a");
  expect(made).toEqual(["a", "b", "c", "a"]);
});
