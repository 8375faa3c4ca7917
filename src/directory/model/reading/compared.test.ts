import { expect, test } from "vitest";
import { comparedFields, comparedIds } from "./compared.ts";

test("a place is compared once, and whoever is one too many is counted", () => {
  expect(comparedIds(["a", "b", "a", " "])).toEqual({ compared: ["a", "b"], leftOut: 0 });
  expect(comparedIds(["a", "b", "c", "d", "e", "f"])).toEqual({ compared: ["a", "b", "c", "d"], leftOut: 2 });
});

test("where nobody says anything of any place, everything is unsaid", () => {
  const { said, unsaid } = comparedFields([{ fields: {} }, { fields: {} }]);
  expect(said).toEqual([]);
  expect(unsaid).toContain("ownership");
});

test("what one of them answers is a question to all, but for the name, which heads each", () => {
  const claim = { value: "association" };
  const places = [{ fields: { name: { claim, against: [] }, ownership: { claim, against: [] } } }, { fields: {} }];
  const { said, unsaid } = comparedFields(places as unknown as Parameters<typeof comparedFields>[0]);
  expect(said).toEqual(["ownership"]);
  expect(unsaid).not.toContain("name");
});
