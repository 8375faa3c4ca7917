import fc from "fast-check";
import { expect, test } from "vitest";
import { quietUntil } from "./quiet-hours.ts";

const night = { from: "22:00", until: "07:00" };

function ends(hours: { from: string; until: string }, zone: string, now: string): string | undefined {
  return quietUntil(hours, zone, Temporal.Instant.from(now))?.toString();
}

test("by day nothing waits, by night until the morning of the reader's own zone", () => {
  expect(ends(night, "Europe/Rome", "2027-02-01T12:00:00Z")).toBeUndefined();
  expect(ends(night, "Europe/Rome", "2027-02-01T22:00:00Z")).toBe("2027-02-02T06:00:00Z");
  expect(ends(night, "Europe/Rome", "2027-02-02T03:00:00Z")).toBe("2027-02-02T06:00:00Z");
  expect(ends(night, "Asia/Tokyo", "2027-02-01T12:59:59Z")).toBeUndefined();
  expect(ends(night, "Asia/Tokyo", "2027-02-01T13:00:00Z")).toBe("2027-02-01T22:00:00Z");
});

test("the first moment of quiet is quiet, the last one is not", () => {
  expect(ends(night, "UTC", "2027-02-01T21:59:59.999Z")).toBeUndefined();
  expect(ends(night, "UTC", "2027-02-01T22:00:00Z")).toBe("2027-02-02T07:00:00Z");
  expect(ends(night, "UTC", "2027-02-02T06:59:59.999Z")).toBe("2027-02-02T07:00:00Z");
  expect(ends(night, "UTC", "2027-02-02T07:00:00Z")).toBeUndefined();
});

test("quiet may lie within a day, and from a time to itself there is none", () => {
  expect(ends({ from: "13:00", until: "15:00" }, "UTC", "2027-02-01T14:00:00Z")).toBe("2027-02-01T15:00:00Z");
  expect(ends({ from: "13:00", until: "15:00" }, "UTC", "2027-02-01T23:00:00Z")).toBeUndefined();
  expect(ends({ from: "13:00", until: "13:00" }, "UTC", "2027-02-01T13:00:00Z")).toBeUndefined();
});

// In Rome clocks go from 02:00 to 03:00 on 2027-03-28, and from 03:00 back to 02:00 on 2027-10-31.
test("a night in which clocks go forward or back ends when the clock on the wall says so", () => {
  expect(ends(night, "Europe/Rome", "2027-03-27T23:00:00Z")).toBe("2027-03-28T05:00:00Z");
  expect(ends(night, "Europe/Rome", "2027-10-30T23:00:00Z")).toBe("2027-10-31T06:00:00Z");
});

test("an end that the clock skips comes right after the gap", () => {
  expect(ends({ from: "22:00", until: "02:30" }, "Europe/Rome", "2027-03-28T00:30:00Z")).toBe("2027-03-28T01:30:00Z");
});

test("an end that the clock shows twice: whoever is still quiet after the first one waits for the second", () => {
  const early = { from: "22:00", until: "02:30" };
  expect(ends(early, "Europe/Rome", "2027-10-31T00:10:00Z")).toBe("2027-10-31T00:30:00Z");
  expect(ends(early, "Europe/Rome", "2027-10-31T00:40:00Z")).toBeUndefined();
  expect(ends(early, "Europe/Rome", "2027-10-31T01:10:00Z")).toBe("2027-10-31T01:30:00Z");
});

const zones = ["Europe/Rome", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clockTime = (minute: number) =>
  Temporal.PlainTime.from("00:00").add({ minutes: minute }).toString({ smallestUnit: "minute" });

test("whatever waits is sent within a day or so, at a time that is not quiet", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      minutes,
      fc.integer({ min: 1, max: 22 * 60 }),
      fc.integer({ min: 0, max: 3_000_000_000 }),
      (zone, from, length, seconds) => {
        const hours = { from: clockTime(from), until: clockTime((from + length) % (24 * 60)) };
        const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        const end = quietUntil(hours, zone, now);
        if (end === undefined) return;
        const wait = now.until(end).total("hours");
        expect(wait).toBeGreaterThan(0);
        // In Samoa the whole of 2011-12-30 was skipped.
        expect(wait).toBeLessThan(zone === "Pacific/Apia" ? 49 : 26);
        expect(quietUntil(hours, zone, end)).toBeUndefined();
      },
    ),
    { numRuns: 3000 },
  );
});
