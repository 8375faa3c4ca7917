import fc from "fast-check";
import { expect, test } from "vitest";
import { csvFrom, rowsFrom } from "./csv.ts";

test("a cell that a spreadsheet would take for a formula is kept a text", () => {
  const formulas = ['=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];
  for (const formula of formulas) {
    const cell = csvFrom([[formula]]);
    expect(cell, formula).toMatch(/^"?'/);
  }
  expect(csvFrom([["plain", "1 + 1", "a=b"]])).toBe("plain,1 + 1,a=b\r\n");
});

test("cells with commas, quotes and line ends are quoted", () => {
  expect(csvFrom([["a,b", 'say "yes"', "two\nlines", ""]])).toBe('"a,b","say ""yes""","two\nlines",\r\n');
});

test("what was written is read again as it was, whatever it was", () => {
  const signs = ["a", "'", '"', "=", "+", "-", "@", ",", "\t", "\r", "\n", " "];
  const cell = fc.string({ unit: fc.constantFrom(...signs) });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (given) => {
      expect(rowsFrom(csvFrom(given))).toEqual(given);
    }),
  );
});

test("lines of other programs end as they like, with or without a last line end", () => {
  expect(rowsFrom("\ufeffa,b\nc,d")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});
