import { expect, test } from "vitest";
import { answerLimits, beyondLimits, readLimits, withinLimits } from "./limits.ts";

const options = ["A", "B", "C"];
const kinds = { tooFew: "too-few-choices", tooMany: "too-many-choices" };

test("what limits nothing is left out", () => {
  expect(readLimits({ fewest: "2", most: null }, ["A", "B"])).toEqual({ ok: true, value: { fewest: 2 } });
  expect(readLimits({ fewest: 0, most: "" }, options)).toEqual({ ok: true, value: {} });
  expect(readLimits({ fewest: undefined, most: "3" }, options)).toEqual({ ok: true, value: { most: 3 } });
});

test.each([
  [
    { fewest: 4, most: undefined },
    { kind: "choices-out-of-range", most: 3 },
  ],
  [
    { fewest: "few", most: undefined },
    { kind: "choices-out-of-range", most: 3 },
  ],
  [
    { fewest: undefined, most: 0 },
    { kind: "choices-out-of-range", most: 3 },
  ],
  [
    { fewest: 3, most: 2 },
    { kind: "fewest-above-most", least: 3, most: 2 },
  ],
])("limits that no answer could keep are refused: %j", (given, refusal) => {
  expect(readLimits(given, options)).toEqual({ ok: false, refusal });
});

test("an answer is told how many options too few or too many are", () => {
  expect(beyondLimits(3, { most: 2 }, kinds)).toEqual({ kind: "too-many-choices", most: 2 });
  expect(beyondLimits(1, { fewest: 2, most: null }, kinds)).toEqual({ kind: "too-few-choices", least: 2 });
  expect([0, 1, 9].map((named) => beyondLimits(named, {}, kinds))).toEqual([undefined, undefined, undefined]);
});

test("limits that were left out limit nothing", () => {
  expect(answerLimits({ most: 2 })).toEqual({ fewest: 0, most: 2, none: false });
  expect(answerLimits({ none: true })).toEqual({ fewest: 0, most: null, none: true });
});

test("an example names as many options as the limits allow", () => {
  expect(withinLimits(2, { fewest: 3 }, 5)).toBe(3);
  expect(withinLimits(2, { most: 1 }, 5)).toBe(1);
  expect(withinLimits(3, {}, 2)).toBe(2);
});
