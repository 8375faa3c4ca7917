import fc from "fast-check";
import { expect, test } from "vitest";
import { isNightHour, minutesFromNight, nightMinutes, shadeOf } from "./night.ts";
import { startInZone } from "./session.ts";
import type { SessionTime } from "./session.ts";

function time(start: string, zone: string, lengthMinutes = 60): SessionTime {
  return { start: Temporal.PlainDateTime.from(start), zone, lengthMinutes };
}

test("night is from 11 in the evening until 7 in the morning", () => {
  const nightHours = Array.from({ length: 24 }, (_, hour) => hour).filter(isNightHour);
  expect(nightHours).toEqual([0, 1, 2, 3, 4, 5, 6, 23]);
});

test("only the minutes that are night on the reader's clock count", () => {
  expect(nightMinutes(time("2027-02-11T22:30", "Europe/Rome"), "Europe/Rome")).toBe(30);
  expect(nightMinutes(time("2027-02-11T06:15", "Europe/Rome", 90), "Europe/Rome")).toBe(45);
  expect(nightMinutes(time("2027-02-11T15:00", "Europe/Rome"), "Asia/Kolkata")).toBe(0);
  expect(nightMinutes(time("2027-02-11T18:00", "Europe/Rome"), "Asia/Kolkata")).toBe(30);
  expect(nightMinutes(time("2027-02-11T12:00", "UTC"), "Pacific/Pago_Pago")).toBe(60);
});

test("a session as long as a day has eight hours of night", () => {
  expect(nightMinutes(time("2027-02-11T15:00", "Europe/Rome", 24 * 60), "Asia/Tokyo")).toBe(8 * 60);
});

test("a session over a clock change has as much night as its clocks show", () => {
  expect(nightMinutes(time("2027-03-28T01:30", "Europe/Rome", 360), "Europe/Rome")).toBe(270);
  expect(nightMinutes(time("2027-10-31T01:30", "Europe/Rome", 420), "Europe/Rome")).toBe(390);
});

test("a slot is shaded as day, partly night or night", () => {
  const shades = ["07:00", "22:00", "22:01", "23:00", "06:00", "06:01"].map((start) =>
    shadeOf(time(`2027-02-11T${start}`, "Europe/Rome"), "Europe/Rome"),
  );
  expect(shades).toEqual(["day", "day", "partly-night", "night", "night", "partly-night"]);
});

test("a session at 9 is two hours from the night, one until 11 in the evening is at its edge", () => {
  expect(minutesFromNight(time("2027-02-11T09:00", "Europe/Rome"), "Europe/Rome")).toBe(120);
  expect(minutesFromNight(time("2027-02-11T22:00", "Europe/Rome"), "Europe/Rome")).toBe(0);
  expect(minutesFromNight(time("2027-02-11T23:30", "Europe/Rome"), "Europe/Rome")).toBe(0);
});

test("the minutes of night are those that a look at each minute finds", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("Europe/Rome", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"),
      fc.integer({ min: 0, max: 365 * 24 * 4 }),
      fc.integer({ min: 5, max: 300 }),
      (zone, quarterHours, lengthMinutes) => {
        const start = Temporal.PlainDateTime.from("2027-01-01T00:00").add({ minutes: quarterHours * 15 });
        const asked = { start, zone: "UTC", lengthMinutes };
        const local = startInZone(asked, zone);
        const night = Array.from({ length: lengthMinutes }, (_, minute) => local.add({ minutes: minute }).hour);
        expect(nightMinutes(asked, zone)).toBe(night.filter((hour) => hour < 7 || hour >= 23).length);
      },
    ),
    { numRuns: 50 },
  );
});
