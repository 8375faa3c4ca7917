import { describe, expect, test } from "vitest";
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

describe("faults of a directory", () => {
  const none = { faults: 0, faultAt: undefined, failure: undefined, failedAt: undefined };
  const three = { faults: 3, faultAt: monday, failure: "disordered", failedAt: monday } as const;

  test("are counted for a week, and then anew", () => {
    expect(faultsWith(none, "disordered", monday)).toEqual({ faults: 1, since: monday });
    expect(faultsWith(three, "disordered", monday.add({ hours: 6 * 24 }))).toEqual({ faults: 4, since: monday });
    const later = monday.add({ hours: 7 * 24 });
    expect(faultsWith(three, "disordered", later)).toEqual({ faults: 1, since: later });
  });

  test("that an honest one may have count once a day", () => {
    const mild = { ...three, failure: "unreadable-claims" } as const;
    const soon = monday.add({ hours: 23 });
    expect(faultsWith(mild, "unreadable-claims", soon).faults).toBe(3);
    expect(faultsWith(mild, "unreadable-claims", monday.add({ hours: 24 })).faults).toBe(4);
    expect(faultsWith(mild, "disordered", soon).faults).toBe(4);
    expect(faultsWith(three, "disordered", soon).faults).toBe(4);
  });
});
