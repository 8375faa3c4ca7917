import fc from "fast-check";
import { expect, test } from "vitest";
import { nightMinutes } from "../night.ts";
import type { SessionTime } from "../session.ts";
import { debtAfter, fairStart, weighedByDebt, type NightDebt } from "./night-debt.ts";

const at = (date: Temporal.PlainDate, time: string): SessionTime => ({
  start: date.toPlainDateTime(time),
  zone: "Europe/Rome",
  lengthMinutes: 60,
});

const first = Temporal.PlainDate.from("2027-06-03");

/** The hours at which a series meets, week after week. */
function hours(times: readonly string[], zones: readonly string[], weeks: number): readonly number[] {
  let debt: NightDebt = new Map();
  return Array.from({ length: weeks }, (_, week) => {
    const date = first.add({ weeks: week });
    const chosen = fairStart(
      times.map((time) => at(date, time)),
      zones.map((zone) => ({ zone, people: 1 })),
      debt,
    );
    ({ debt } = chosen);
    return chosen.time.start.hour;
  });
}

test("two zones half a day apart take turns in getting up", () => {
  const turns = hours(["09:00", "20:00"], ["America/Los_Angeles", "Asia/Tokyo"], 6);
  expect(turns).toEqual([9, 20, 9, 20, 9, 20]);
});

test("nobody gets up where a time suits all", () => {
  expect(hours(["09:00", "15:00", "20:00"], ["America/New_York", "Europe/Rome"], 4)).toEqual([15, 15, 15, 15]);
});

test("with no zone known, the first time is taken", () => {
  expect(hours(["20:00", "09:00"], [], 2)).toEqual([20, 20]);
});

test("a zone is one voice, however many live in it", () => {
  const times = ["09:00", "20:00"].map((time) => at(first, time));
  const debt = new Map([["Asia/Tokyo", 60]]);
  const groups = [
    { zone: "America/Los_Angeles", people: 40 },
    { zone: "Asia/Tokyo", people: 1 },
  ];
  expect(fairStart(times, groups, debt).time.start.hour).toBe(9);
});

test("whatever the zones and times, over a year no zone bears more than the worst single night above the least", () => {
  const zoneNames = [
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Europe/Rome",
    "America/New_York",
    "Pacific/Pago_Pago",
    "Asia/Tokyo",
  ];
  fc.assert(
    fc.property(
      fc.subarray(zoneNames, { minLength: 2, maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 24, maxLength: 24 }),
      (zones, order) => {
        const times = order.map((hour) => `${String(hour).padStart(2, "0")}:00`);
        let debt: NightDebt = new Map();
        for (let week = 0; week < 30; week += 1) {
          const date = first.add({ weeks: week });
          const groups = zones.map((zone) => ({ zone, people: 1 }));
          const before = debt;
          const chosen = fairStart(
            times.map((time) => at(date, time)),
            groups,
            before,
          );
          ({ debt } = chosen);
          const worst = (time: SessionTime) =>
            Math.max(...zones.map((zone) => (before.get(zone) ?? 0) + nightMinutes(time, zone)));
          expect(worst(chosen.time)).toBe(Math.min(...times.map((time) => worst(at(date, time)))));
        }
        // Any hour of the day may be taken, so that the debt never grows beyond a session.
        expect(Math.max(0, ...debt.values())).toBeLessThanOrEqual(60);
      },
    ),
    { numRuns: 20 },
  );
});

test("of two sessions held, each zone bears only the one at its better hour", () => {
  const groups = ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Auckland"].map((zone) => ({ zone, people: 1 }));
  // Nine in Rome is midnight in Los Angeles; twenty in Rome is three in the morning in Tokyo and six in Auckland.
  const [early, late] = ["09:00", "20:00"].map((time) => at(first, time));
  expect(debtAfter([late as SessionTime], groups, new Map())).toEqual(
    new Map([
      ["Asia/Tokyo", 60],
      ["Pacific/Auckland", 60],
    ]),
  );
  expect(debtAfter([early as SessionTime, late as SessionTime], groups, new Map())).toEqual(new Map());
});

test("what all have borne is owed to nobody, and a gathering that was not held changes nothing", () => {
  const groups = ["Asia/Tokyo", "Europe/Rome"].map((zone) => ({ zone, people: 1 }));
  const debt = new Map([["Europe/Rome", 60]]);
  expect(debtAfter([at(first, "20:00")], groups, debt)).toEqual(new Map());
  expect(debtAfter([], groups, debt)).toBe(debt);
});

test("an hour of night borne counts for one head more", () => {
  const groups = [
    { zone: "Asia/Tokyo", people: 2 },
    { zone: "Europe/Rome", people: 3 },
  ];
  const [tokyo, rome] = weighedByDebt(groups, new Map([["Asia/Tokyo", 60]]));
  expect(tokyo?.people).toBe(2 * 120);
  expect(rome?.people).toBe(3 * 60);
});
