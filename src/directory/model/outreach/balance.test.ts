import { expect, test } from "vitest";
import { balanceRows, type Counted } from "./balance.ts";

const place = (country: readonly string[], languages: readonly string[] = []): Counted => ({
  ownership: [],
  country,
  languages,
});

test("the balance tells what a board has and what a list would bring, what is unknown last", () => {
  const rows = balanceRows(
    "country",
    [place(["IT"]), place([])],
    [place(["IT"]), place(["IT"]), place(["FR"]), place([])],
  );
  expect(rows).toEqual([
    { answer: "IT", board: 1, list: 2 },
    { answer: "FR", board: 0, list: 1 },
    { answer: "unknown", board: 1, list: 1 },
  ]);
});

test("a place that speaks several languages counts in each, once", () => {
  expect(balanceRows("languages", [], [place([], ["it", "en", "it"])])).toEqual([
    { answer: "en", board: 0, list: 1 },
    { answer: "it", board: 0, list: 1 },
  ]);
});

test("beyond ten answers the rest is put together", () => {
  const many = Array.from({ length: 14 }, (_, number) => place([`X${String.fromCharCode(65 + number)}`]));
  const rows = balanceRows("country", many, []);
  expect(rows).toHaveLength(10);
  expect(rows.at(-1)).toEqual({ answer: undefined, board: 5, list: 0 });
});
