import { expect, test } from "vitest";
import { methods } from "../../methods/registry.ts";
import { rulesOfMethods } from "./rules-of-methods.ts";

test("the browser counts by the rules of every method that the server counts by", () => {
  expect(rulesOfMethods.map(({ id }) => id)).toEqual(methods.map(({ rules }) => rules.id));
  expect(rulesOfMethods).toEqual(methods.map(({ rules }) => rules));
});
