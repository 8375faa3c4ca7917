import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfRule, rhythmsFrom, ruleOf, shapeOf } from "./rule-shape.ts";

const thursday = Temporal.PlainDate.from("2027-03-04");

test.each([
  ["week", "FREQ=WEEKLY;BYDAY=TH"],
  ["two-weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"],
  ["four-weeks", "FREQ=WEEKLY;INTERVAL=4;BYDAY=TH"],
  ["month-weekday", "FREQ=MONTHLY;BYDAY=1TH"],
  ["month-day", "FREQ=MONTHLY;BYMONTHDAY=4"],
] as const)("%s from a first Thursday is %s", (rhythm, rule) => {
  expect(ruleOf(rhythm, thursday)).toBe(rule);
});

test("the last Thursday is offered on one, and the fifth on none", () => {
  expect(rhythmsFrom(thursday)).not.toContain("month-last");
  expect(rhythmsFrom(Temporal.PlainDate.from("2027-03-25"))).toEqual(
    expect.arrayContaining(["month-weekday", "month-last"]),
  );
  expect(rhythmsFrom(Temporal.PlainDate.from("2027-04-29"))).not.toContain("month-weekday");
});

test("every rhythm that a date allows has words that name the day of that date", () => {
  const dates = fc.integer({ min: 0, max: 3000 }).map((days) => thursday.add({ days }));
  fc.assert(
    fc.property(dates, (date) => {
      for (const rhythm of rhythmsFrom(date)) {
        const shape = shapeOf(ruleOf(rhythm, date), date.toPlainDateTime("19:00"));
        if (shape.kind === "weeks") expect(shape.days).toEqual([date.dayOfWeek]);
        else if (shape.kind === "month-weekday") expect(shape.day).toBe(date.dayOfWeek);
        else expect(shape).toMatchObject({ kind: "month-day", day: date.day });
      }
    }),
  );
});

describe("a rule that somebody wrote", () => {
  const start = thursday.toPlainDateTime("19:00");

  test.each([
    ["FREQ=WEEKLY;BYDAY=TU,TH", { kind: "weeks", every: 1, days: [2, 4] }],
    ["FREQ=WEEKLY", { kind: "weeks", every: 1, days: [4] }],
    ["FREQ=DAILY;INTERVAL=3", { kind: "days", every: 3 }],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", { kind: "month-weekday", every: 2, nth: -1, day: 5 }],
    ["FREQ=MONTHLY;BYDAY=5FR", { kind: "other" }],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", { kind: "other" }],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", { kind: "other" }],
    ["FREQ=YEARLY", { kind: "other" }],
  ])("%s", (rule, shape) => {
    expect(shapeOf(rule, start)).toEqual(shape);
  });

  test("says when it ends", () => {
    expect(endOfRule("FREQ=WEEKLY;COUNT=5")).toEqual({ count: 5, until: undefined });
    expect(endOfRule("FREQ=WEEKLY;UNTIL=20270401T235959Z").until?.toString()).toBe("2027-04-01");
    expect(endOfRule("FREQ=WEEKLY")).toEqual({ count: undefined, until: undefined });
  });
});
