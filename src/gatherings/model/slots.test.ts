import fc from "fast-check";
import { expect, test } from "vitest";
import { nightMinutes } from "./night.ts";
import { pickWakeful } from "./pick-wakeful.ts";
import { slotTimesInOrder, suggestTimes, timesIn } from "./slots.ts";
import type { SlotRange } from "./slots.ts";
import type { SessionTime } from "./session.ts";

const now = Temporal.Instant.from("2027-02-01T00:00:00Z");
const twoDays: SlotRange = {
  firstDay: Temporal.PlainDate.from("2027-02-11"),
  lastDay: Temporal.PlainDate.from("2027-02-12"),
  earliestStart: Temporal.PlainTime.from("00:00"),
  latestStart: Temporal.PlainTime.from("23:00"),
  stepMinutes: 60,
  lengthMinutes: 60,
  zone: "Europe/Rome",
};
const rome = { zone: "Europe/Rome", people: 5 };
const newYork = { zone: "America/New_York", people: 4 };
const denver = { zone: "America/Denver", people: 4 };
const tokyo = { zone: "Asia/Tokyo", people: 2 };

function time(start: string, zone = "Europe/Rome", lengthMinutes = 60): SessionTime {
  return { start: Temporal.PlainDateTime.from(start), zone, lengthMinutes };
}

function starts(result: { readonly ok: boolean; readonly value?: readonly SessionTime[] }): readonly string[] {
  return (result.value ?? []).map((one) => one.start.toString({ smallestUnit: "minute" }));
}

test("a range gives every start on every day, both ends included", () => {
  const evening = {
    ...twoDays,
    earliestStart: Temporal.PlainTime.from("18:00"),
    latestStart: Temporal.PlainTime.from("19:30"),
  };
  expect(starts(timesIn({ ...evening, stepMinutes: 45 }))).toEqual([
    "2027-02-11T18:00",
    "2027-02-11T18:45",
    "2027-02-11T19:30",
    "2027-02-12T18:00",
    "2027-02-12T18:45",
    "2027-02-12T19:30",
  ]);
});

test("a range leaves out the hour that a clock change skips", () => {
  const day = Temporal.PlainDate.from("2027-03-28");
  const times = starts(
    timesIn({ ...twoDays, firstDay: day, lastDay: day, latestStart: Temporal.PlainTime.from("04:00") }),
  );
  expect(times.map((start) => start.slice(11))).toEqual(["00:00", "01:00", "03:00", "04:00"]);
});

test("a range that is backwards, longer than a month or too fine is refused", () => {
  const refusalOf = (range: SlotRange) => {
    const result = timesIn(range);
    return result.ok ? null : result.refusal.kind;
  };
  expect(refusalOf({ ...twoDays, lastDay: Temporal.PlainDate.from("2027-02-10") })).toBe("range-backwards");
  expect(refusalOf({ ...twoDays, earliestStart: Temporal.PlainTime.from("23:30") })).toBe("range-backwards");
  expect(refusalOf({ ...twoDays, lastDay: Temporal.PlainDate.from("2027-03-13") })).toBe(null);
  expect(refusalOf({ ...twoDays, lastDay: Temporal.PlainDate.from("2027-03-14") })).toBe("range-too-long");
  expect(refusalOf({ ...twoDays, stepMinutes: 14 })).toBe("step-too-short");
});

test("two zones meet in the hours that are day for both, away from either night, on different days", () => {
  expect(starts(suggestTimes(twoDays, [rome, newYork], 2, now))).toEqual(["2027-02-11T17:00", "2027-02-12T17:00"]);
});

test("no hour is day for Rome, Denver and Tokyo, so two suggestions reach all of them between them", () => {
  const suggested = suggestTimes(twoDays, [rome, denver, tokyo], 2, now);
  const awakeFor = (zone: string) => starts(suggested).filter((start) => nightMinutes(time(start), zone) === 0).length;
  expect([rome, denver, tokyo].map(({ zone }) => awakeFor(zone))).toEqual([2, 1, 1]);
});

test("times that have passed are not suggested", () => {
  const secondDay = Temporal.Instant.from("2027-02-12T20:30:00Z");
  expect(starts(suggestTimes(twoDays, [rome], 9, secondDay))).toEqual(["2027-02-12T22:00", "2027-02-12T23:00"]);
});

test("when no zones are known, the organiser's own day is taken", () => {
  expect(starts(suggestTimes(twoDays, [], 1, now))).toEqual(["2027-02-11T14:00"]);
});

test("suggestions do not depend on the order in which times and zones are given", () => {
  const candidates = starts(timesIn(twoDays)).map((start) => ({ time: time(start) }));
  const zones = [rome, denver, tokyo];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(candidates, { minLength: candidates.length }),
      fc.shuffledSubarray(zones, { minLength: zones.length }),
      fc.integer({ min: 0, max: 6 }),
      (shuffled, shuffledZones, most) => {
        expect(pickWakeful(shuffled, shuffledZones, most)).toEqual(pickWakeful(candidates, zones, most));
      },
    ),
    { numRuns: 30 },
  );
});

test("a single suggestion never has more night than another time that is day for as many people", () => {
  fc.assert(
    fc.property(fc.subarray([rome, denver, tokyo], { minLength: 1 }), (zones) => {
      const candidates = starts(timesIn(twoDays)).map((start) => ({ time: time(start) }));
      const cost = (one: SessionTime) =>
        zones.reduce((sum, zone) => sum + zone.people * nightMinutes(one, zone.zone), 0);
      const awake = (one: SessionTime) =>
        zones.filter((zone) => nightMinutes(one, zone.zone) === 0).reduce((sum, zone) => sum + zone.people, 0);
      const picked = pickWakeful(candidates, zones, 1)[0]?.time ?? time("2027-02-11T03:00");
      for (const { time: other } of candidates) {
        expect(awake(other) > awake(picked)).toBe(false);
        if (awake(other) === awake(picked)) expect(cost(other)).toBeGreaterThanOrEqual(cost(picked));
      }
    }),
  );
});

test("slots are put in order of time", () => {
  const result = slotTimesInOrder(
    [time("2027-02-11T15:00"), time("2027-02-11T10:00", "America/New_York"), time("2027-02-11T08:00")],
    now,
  );
  expect(starts(result)).toEqual(["2027-02-11T08:00", "2027-02-11T15:00", "2027-02-11T10:00"]);
});

test("a poll asks about one to sixty slots, each of them once and ahead", () => {
  const refusalOf = (times: readonly SessionTime[]) => {
    const result = slotTimesInOrder(times, now);
    return result.ok ? null : result.refusal.kind;
  };
  const many = (count: number) =>
    Array.from({ length: count }, (_, hour) => ({
      ...time("2027-02-11T00:00"),
      start: time("2027-02-11T00:00").start.add({ hours: hour }),
    }));
  expect(refusalOf([])).toBe("no-slots");
  expect(refusalOf(many(60))).toBe(null);
  expect(refusalOf(many(61))).toBe("too-many-slots");
  expect(refusalOf([time("2027-01-31T15:00")])).toBe("slot-in-the-past");
  expect(refusalOf([time("2027-02-11T15:00"), time("2027-02-11T09:00", "America/New_York")])).toBe("slot-twice");
  expect(refusalOf([time("2027-02-11T15:00"), time("2027-02-11T15:00", "Europe/Rome", 90)])).toBe(null);
});
