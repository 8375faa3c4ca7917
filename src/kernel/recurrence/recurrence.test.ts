import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecurrence, timesFrom, type Recurrence } from "./recurrence.ts";

const start = Temporal.PlainDateTime.from("2027-03-04T19:00");

function recurrenceOf(rule: string, zone = "Europe/Rome"): Recurrence {
  const read = readRecurrence(rule, start, zone);
  if (!read.ok) throw new Error(`${rule}: ${read.refusal.kind}`);
  return read.value;
}

const times = (rule: string, most: number) =>
  timesFrom(recurrenceOf(rule), start, most).map((time) => time.toString().slice(0, 16));

describe("a rule", () => {
  test.each([
    ["FREQ=WEEKLY;INTERVAL=2", ["2027-03-04T19:00", "2027-03-18T19:00", "2027-04-01T19:00"]],
    ["RRULE:FREQ=MONTHLY;BYDAY=1TH", ["2027-03-04T19:00", "2027-04-01T19:00", "2027-05-06T19:00"]],
    ["freq=monthly;byday=-1th", ["2027-03-25T19:00", "2027-04-29T19:00", "2027-05-27T19:00"]],
    ["FREQ=WEEKLY;COUNT=2", ["2027-03-04T19:00", "2027-03-11T19:00"]],
    ["FREQ=WEEKLY;UNTIL=20270311", ["2027-03-04T19:00", "2027-03-11T19:00"]],
  ])("%s gives its times on the wall clock, also over a change of clocks", (rule, expected) => {
    expect(times(rule, 3)).toEqual(expected);
  });

  test("that ends at an instant ends when the clocks of its zone show it", () => {
    const rule = "FREQ=DAILY;UNTIL=20270305T170000Z";
    expect(timesFrom(recurrenceOf(rule, "Asia/Tokyo"), start, 9)).toHaveLength(2);
    expect(timesFrom(recurrenceOf(rule, "America/New_York"), start, 9)).toHaveLength(1);
  });

  test.each([
    "",
    "every second Thursday",
    "FREQ=HOURLY",
    "FREQ=WEEKLY;BYHOUR=9",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=2;UNTIL=20270401",
    "FREQ=WEEKLY;UNTIL=20271341",
    "FREQ=WEEKLY;INTERVAL=0",
    `FREQ=WEEKLY;BYDAY=${"MO,".repeat(100)}TU`,
  ])("%j is refused as unreadable", (rule) => {
    expect(readRecurrence(rule, start, "Europe/Rome")).toMatchObject({ refusal: { kind: "unreadable-recurrence" } });
  });

  test.each(["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;UNTIL=20270101"])("%s has no date", (rule) => {
    expect(readRecurrence(rule, start, "Europe/Rome")).toMatchObject({ refusal: { kind: "never-recurs" } });
  });

  test("leaves out what is left out, and ends even if that is all", () => {
    const except = ["2027-03-11T19:00", "2027-03-18T19:00"].map((time) => Temporal.PlainDateTime.from(time));
    const all = { ...recurrenceOf("FREQ=WEEKLY;COUNT=4"), except };
    expect(timesFrom(all, start, 9).map((time) => time.day)).toEqual([4, 25]);
    const none = { ...recurrenceOf("FREQ=WEEKLY;COUNT=2"), except: [start, ...except] };
    expect(timesFrom(none, start, 9)).toEqual([]);
  });
});

test("for rules of every kind, an independent reader of calendars gives the same times", () => {
  const days = fc.subarray(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], { minLength: 1 });
  const rules = fc.oneof(
    fc
      .record({ interval: fc.integer({ min: 1, max: 5 }), days })
      .map(({ interval, days: on }) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${on.join(",")}`),
    fc
      .record({ nth: fc.constantFrom(1, 2, 3, 4, -1), day: fc.constantFrom("MO", "TH", "SU") })
      .map(({ nth, day }) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
    fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    fc.integer({ min: 1, max: 9 }).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
  );
  fc.assert(
    fc.property(rules, (rule) => {
      const recurrence = recurrenceOf(rule);
      const ours = timesFrom(recurrence, recurrence.start, 12).map((time) => time.toString({ smallestUnit: "second" }));
      const { year, month, day, hour, minute } = recurrence.start;
      const other = ICAL.Recur.fromString(rule).iterator(
        new ICAL.Time({ year, month, day, hour, minute, second: 0 }, ICAL.Timezone.localTimezone),
      );
      const theirs = Array.from({ length: 12 }, () => other.next()?.toString());
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 60 },
  );
});

test("a rule ends where calendars do, however far apart its dates are", () => {
  const start = Temporal.PlainDateTime.from("1970-01-01T19:00");
  const rule = readRecurrence("FREQ=YEARLY;INTERVAL=100000", start, "Europe/Rome");
  const since = Temporal.PlainDateTime.from("2027-02-01T10:00");
  expect(rule.ok && timesFrom(rule.value, since, 9).map(({ year }) => year)).toEqual([101_970, 201_970]);
});
