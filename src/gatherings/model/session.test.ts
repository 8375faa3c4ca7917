import fc from "fast-check";
import { expect, test } from "vitest";
import type { SessionId } from "./gathering.ts";
import {
  compareTimes,
  endOf,
  occurrenceOf,
  readSessionTime,
  sessionsInOrder,
  startInZone,
  startOf,
} from "./session.ts";
import type { Session, SessionTime } from "./session.ts";

const zones = [
  "Pacific/Apia",
  "Pacific/Pago_Pago",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Europe/Rome",
  "America/New_York",
];

function time(start: string, zone: string, lengthMinutes = 60): SessionTime {
  return { start: Temporal.PlainDateTime.from(start), zone, lengthMinutes };
}

function session(start: string, lengthMinutes = 60): Session {
  return { id: `session ${start}` as SessionId, time: time(start, "Europe/Rome", lengthMinutes) };
}

test("8 in the morning in New York on 13 February 2024 is 13:00 UTC, not 12:00", () => {
  expect(startOf(time("2024-02-13T08:00", "America/New_York")).toString()).toBe("2024-02-13T13:00:00Z");
});

test("one session falls on three dates around the world", () => {
  const gathering = time("2027-02-11T11:30", "UTC");
  expect(startInZone(gathering, "Pacific/Apia").toPlainDateTime().toString()).toBe("2027-02-12T00:30:00");
  expect(startInZone(gathering, "Pacific/Pago_Pago").toPlainDateTime().toString()).toBe("2027-02-11T00:30:00");
  expect(startInZone(gathering, "Pacific/Kiritimati").toPlainDateTime().toString()).toBe("2027-02-12T01:30:00");
  expect(startInZone(gathering, "Asia/Kolkata").toPlainDateTime().toString()).toBe("2027-02-11T17:00:00");
});

test("the same hour in New York moves for London in the weeks when only one of them has changed its clocks", () => {
  const inLondon = (date: string) =>
    startInZone(time(`${date}T12:00`, "America/New_York"), "Europe/London")
      .toPlainTime()
      .toString();
  expect([inLondon("2027-03-12"), inLondon("2027-03-19"), inLondon("2027-04-02")]).toEqual([
    "17:00:00",
    "16:00:00",
    "17:00:00",
  ]);
});

test("a time skipped by a clock change is read with the offset from before it", () => {
  const skipped = time("2027-03-28T02:30", "Europe/Rome");
  expect(occurrenceOf(skipped)).toBe("skipped");
  expect(startOf(skipped).toString()).toBe("2027-03-28T01:30:00Z");
  expect(startInZone(skipped, "Europe/Rome").toPlainTime().toString()).toBe("03:30:00");
});

test("a time repeated by a clock change means its first occurrence", () => {
  const repeated = time("2027-10-31T02:30", "Europe/Rome");
  expect(occurrenceOf(repeated)).toBe("repeated");
  expect(startOf(repeated).toString()).toBe("2027-10-31T00:30:00Z");
});

test("a zone may change its clocks by half an hour", () => {
  expect(occurrenceOf(time("2027-10-03T02:15", "Australia/Lord_Howe"))).toBe("skipped");
  expect(occurrenceOf(time("2027-10-03T02:45", "Australia/Lord_Howe"))).toBe("once");
});

test("a session lasts as long as agreed even when the clocks change within it", () => {
  const night = time("2027-03-28T01:30", "Europe/Rome", 90);
  expect(endOf(night).since(startOf(night)).total("minutes")).toBe(90);
  expect(endOf(night).toZonedDateTimeISO("Europe/Rome").toPlainTime().toString()).toBe("04:00:00");
});

test("a wall-clock time that occurs once comes back from its instant in every zone", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 366 * 24 * 4 - 1 }),
      fc.constantFrom(2024, 2027),
      (zone, quarterHours, year) => {
        const start = Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).add({ minutes: quarterHours * 15 });
        const asked = { start, zone, lengthMinutes: 60 };
        const shown = startInZone(asked, zone).toPlainDateTime();
        expect(shown.equals(start)).toBe(occurrenceOf(asked) !== "skipped");
      },
    ),
  );
});

test("a typed time is read, whatever the form's field adds as seconds", () => {
  const read = readSessionTime("2027-02-11T15:00", "Europe/Rome", 90);
  expect(read.ok && startOf(read.value).toString()).toBe("2027-02-11T14:00:00Z");
  expect(readSessionTime("2027-02-11T15:00:00", "Europe/Rome", 90).ok).toBe(true);
});

test.each([
  ["2027-02-30T15:00", "Europe/Rome", 90, "unreadable-time"],
  ["tomorrow at three", "Europe/Rome", 90, "unreadable-time"],
  ["2027-02-11T15:00+01:00", "Europe/Rome", 90, "unreadable-time"],
  ["2027-02-11T15:00", "Europe/Atlantis", 90, "unknown-time-zone"],
  ["2027-02-11T15:00", "+02:00", 90, "unknown-time-zone"],
  ["2027-02-11T15:00", "Europe/Rome", 4, "length-out-of-range"],
  ["2027-02-11T15:00", "Europe/Rome", 1441, "length-out-of-range"],
  ["2027-02-11T15:00", "Europe/Rome", 7.5, "length-out-of-range"],
  ["2027-03-28T02:30", "Europe/Rome", 90, "time-skipped-by-clock-change"],
])("%s in %s for %d minutes is refused as %s", (start, zone, lengthMinutes, kind) => {
  const read = readSessionTime(start, zone, lengthMinutes);
  expect(read.ok ? "taken" : read.refusal.kind).toBe(kind);
});

test("times are ordered by instant, not by what the clock shows", () => {
  const times = [time("2027-02-11T09:00", "America/New_York"), time("2027-02-11T10:00", "Europe/Rome")];
  expect(times.toSorted(compareTimes).map((one) => one.zone)).toEqual(["Europe/Rome", "America/New_York"]);
});

test("sessions are put in order, and one may start when another ends", () => {
  const inOrder = sessionsInOrder([session("2027-02-11T16:00"), session("2027-02-11T15:00")]);
  expect(inOrder.ok && inOrder.value.map((one) => one.id)).toEqual([
    "session 2027-02-11T15:00",
    "session 2027-02-11T16:00",
  ]);
});

test("a gathering has one to three sessions that do not overlap", () => {
  const four = ["11", "12", "13", "14"].map((day) => session(`2027-02-${day}T15:00`));
  const overlapping = [session("2027-02-11T15:00", 90), session("2027-02-11T16:00")];
  expect(sessionsInOrder([])).toEqual({ ok: false, refusal: { kind: "no-session" } });
  expect(sessionsInOrder(four)).toEqual({ ok: false, refusal: { kind: "too-many-sessions", most: 3 } });
  expect(sessionsInOrder(overlapping)).toEqual({ ok: false, refusal: { kind: "sessions-overlap" } });
});
