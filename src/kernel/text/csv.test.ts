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
  const signs = ["a", "'", '"', "=", "+", "-", "@", ",", ";", "\t", "\r", "\n", " "];
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

test.each([
  ["semicolons", 'name;domain\n"Baobab; the";baobab.example'],
  ["tabs", 'name\tdomain\n"Baobab; the"\tbaobab.example'],
  ["commas, though a quoted name has more semicolons", '"name",domain\n"Baobab; the",baobab.example'],
])("cells may be parted by %s", (_sign, text) => {
  expect(rowsFrom(text)).toEqual([
    ["name", "domain"],
    ["Baobab; the", "baobab.example"],
  ]);
});

test("a row may end with an empty cell, and a quote may stand within a cell", () => {
  expect(rowsFrom('a,\n\nsay "yes",b')).toEqual([["a", ""], [""], ['say "yes"', "b"]]);
  expect(rowsFrom('"a" b,c')).toEqual([["a b", "c"]]);
});

test("a quote that is not closed goes on to the end, and costs no more than any other text", () => {
  expect(rowsFrom('a,"b\nc')).toEqual([["a", "b\nc"]]);
  for (const text of ['"'.repeat(400_001), '"a",""'.repeat(80_000), '""",'.repeat(100_001)]) {
    const before = performance.now();
    rowsFrom(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  }
});
