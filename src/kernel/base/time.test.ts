import fc from "fast-check";
import { expect, test } from "vitest";
import { instantFromMicroseconds, isTimeZone, microsecondsFromInstant } from "./time.ts";

test("an instant lies in the database as whole microseconds since the epoch", () => {
  expect(microsecondsFromInstant(Temporal.Instant.from("1970-01-01T00:00:01Z"))).toBe(1_000_000);
  expect(microsecondsFromInstant(Temporal.Instant.from("2027-02-01T10:00:00.123456789Z"))).toBe(1_801_476_000_123_456);
  expect(instantFromMicroseconds(0).toString()).toBe("1970-01-01T00:00:00Z");
});

test("an instant comes back from the database to the microsecond", () => {
  // From the year 1900 to the year 2200.
  fc.assert(
    fc.property(fc.integer({ min: -2_208_988_800_000_000, max: 7_258_118_400_000_000 }), (microseconds) => {
      expect(microsecondsFromInstant(instantFromMicroseconds(microseconds))).toBe(microseconds);
    }),
  );
});

test("zones are those that people agree on: names with rules for changes of clocks", () => {
  expect(["Europe/Rome", "America/Argentina/Buenos_Aires", "UTC"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["", "+02:00", "Europe/Atlantis", "../etc/passwd", "Europe/Rome "].map(isTimeZone)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
