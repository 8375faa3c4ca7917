import { expect, test } from "vitest";
import { fraction } from "../../kernel/base/fraction.ts";
import { foldedCoverage } from "./folded-coverage.ts";

const group = (name: string, people: number, covered: number) => ({
  name,
  people,
  covered,
  mean: fraction(covered, people),
  canBeServed: true,
});

test("what one person alone answered is told together with others alike", () => {
  const groups = [group("one.example", 1, 0), group("many.example", 5, 4), group("own.example", 1, 1)];
  expect(foldedCoverage(groups, 2)).toEqual([
    { name: "many.example", groups: 1, people: 5, covered: 4 },
    { name: null, groups: 2, people: 2, covered: 1 },
  ]);
});

test("organisers see every group", () => {
  const groups = [group("one.example", 1, 0), group("many.example", 5, 4)];
  expect(foldedCoverage(groups, 1).map(({ name }) => name)).toEqual(["one.example", "many.example"]);
});
