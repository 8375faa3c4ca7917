import { expect, test } from "vitest";
import { optionsRefusal } from "./proposal-options.ts";

const own = { kind: "own", fewest: 2, most: 3 } as const;

test("a proposal names as many options as its method asks for", () => {
  expect(optionsRefusal(own, ["Pear"])).toMatchObject({ kind: "too-few-options", least: 2 });
  expect(optionsRefusal(own, ["Pear", "Plum", "Fig", "Quince"])).toMatchObject({ kind: "too-many-options", most: 3 });
  expect(optionsRefusal(own, ["Pear", "Plum"])).toBeUndefined();
});

test("no two options are called the same, since a vote says nothing but a name", () => {
  expect(optionsRefusal(own, ["Pear", "pear"])).toMatchObject({ kind: "option-twice", option: "pear" });
});

test("a method that names its options itself asks for none", () => {
  expect(optionsRefusal({ kind: "fixed", keys: ["yes"] }, [])).toBeUndefined();
});
