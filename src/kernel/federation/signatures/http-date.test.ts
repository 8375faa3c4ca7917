import fc from "fast-check";
import { expect, test } from "vitest";
import { httpDate, instantFromHttpDate } from "./http-date.ts";

test("an instant is written as RFC 9110 shows it, and read back", () => {
  const instant = Temporal.Instant.from("1994-11-06T08:49:37Z");
  expect(httpDate(instant)).toBe("Sun, 06 Nov 1994 08:49:37 GMT");
  expect(instantFromHttpDate("Sun, 06 Nov 1994 08:49:37 GMT")).toEqual(instant);
});

test("every second of a century survives the journey", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
      expect(instantFromHttpDate(httpDate(instant))).toEqual(instant);
    }),
  );
});

test("a leap second is the second before it", () => {
  const before = Temporal.Instant.from("2016-12-31T23:59:59Z");
  expect(instantFromHttpDate("Sat, 31 Dec 2016 23:59:60 GMT")).toEqual(before);
});

test("what is no such time is none", () => {
  const others = [
    "",
    "yesterday",
    "Sun, 31 Feb 2027 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Now 1994 08:49:37 GMT",
  ];
  for (const text of [
    ...others,
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "2027-02-01T10:00:00Z",
    "Sun, 06 Nov 1994 08:49:37 CET",
  ]) {
    expect(instantFromHttpDate(text)).toBeUndefined();
  }
});
