import { expect, test } from "vitest";
import { alikeOption } from "./alike-options.ts";

const options = ["Library", "Cafe, the", "Plan A", "Monday 3 May", "Plums"];

test("an option that says the same in other capitals, accents, signs or order is like one that is there", () => {
  expect(alikeOption("  the Café! ", options)).toBe("Cafe, the");
  expect(alikeOption("LIBRARY", options)).toBe("Library");
  expect(alikeOption("3 May, Monday", options)).toBe("Monday 3 May");
});

test("an option with one letter of a longer word misspelt is like the one it means", () => {
  expect(alikeOption("Libary", options)).toBe("Library");
  expect(alikeOption("Lirbary", options)).toBe("Library");
  expect(alikeOption("Plumps", options)).toBe("Plums");
});

test("another plan, another day and another thing are no doubles", () => {
  for (const other of ["Plan B", "Monday 4 May", "Monday 13 May", "Pears", "The library hall", "🙂"]) {
    expect(alikeOption(other, options)).toBeUndefined();
  }
});
