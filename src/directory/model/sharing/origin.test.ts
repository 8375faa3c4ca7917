import { expect, test } from "vitest";
import { counted, faultsWith, isTooMuch, originBounds } from "./origin.ts";

const monday = Temporal.Instant.from("2026-11-23T12:00:00Z");

test("what comes from a directory is counted for a day, and then anew", () => {
  const first = counted({ at: monday, changes: 3, octets: 10 }, monday.add({ hours: 23 }), { changes: 2, octets: 5 });
  expect(first).toEqual({ at: monday, changes: 5, octets: 15 });
  const tuesday = monday.add({ hours: 24 });
  expect(counted(first, tuesday, { changes: 1, octets: 1 })).toEqual({ at: tuesday, changes: 1, octets: 1 });
});

test("more than is taken in a day is too much, by number or by size", () => {
  const { changesADay, octetsADay } = originBounds;
  expect(isTooMuch({ at: monday, changes: changesADay, octets: octetsADay })).toBe(false);
  expect(isTooMuch({ at: monday, changes: changesADay + 1, octets: 0 })).toBe(true);
  expect(isTooMuch({ at: monday, changes: 0, octets: octetsADay + 1 })).toBe(true);
});

test("faults of more than a week ago are forgiven", () => {
  expect(faultsWith({ faults: 0, faultAt: undefined }, monday)).toBe(1);
  expect(faultsWith({ faults: 3, faultAt: monday }, monday.add({ hours: 6 * 24 }))).toBe(4);
  expect(faultsWith({ faults: 3, faultAt: monday }, monday.add({ hours: 7 * 24 }))).toBe(1);
});
