import { expect, test } from "vitest";
import { calendarEntry, calendarsDiffer } from "./calendar.ts";
import type { CalendarSession } from "./calendar.ts";
import type { GatheringId, SessionId } from "./gathering.ts";

const text = { title: "First gathering", purpose: "Meet one another", place: "" };
const session: CalendarSession = {
  id: "session-1" as SessionId,
  gatheringId: "gathering-1" as GatheringId,
  time: { start: Temporal.PlainDateTime.from("2027-02-11T15:00"), zone: "Europe/Rome", lengthMinutes: 90 },
  sequence: 2,
  cancelledAt: undefined,
};

test("an entry tells a calendar the wall-clock time with its zone, and how often it has changed", () => {
  expect(calendarEntry(text, session)).toEqual({
    uid: "gathering-1-session-1",
    sequence: 2,
    status: "confirmed",
    time: session.time,
    ...text,
  });
});

test("a session that is called off stays in calendars as cancelled, under the same name", () => {
  const cancelled = { ...session, sequence: 3, cancelledAt: Temporal.Instant.from("2027-02-01T09:00:00Z") };
  expect(calendarEntry(text, cancelled)).toMatchObject({
    uid: "gathering-1-session-1",
    sequence: 3,
    status: "cancelled",
  });
});

test("a moved session keeps its name in calendars", () => {
  const moved = { ...session, time: { ...session.time, zone: "Europe/Paris" } };
  expect(calendarEntry(text, moved).uid).toBe(calendarEntry(text, session).uid);
});

test("two sessions of one gathering are two entries", () => {
  const other = { ...session, id: "session-2" as SessionId };
  expect(calendarEntry(text, other).uid).not.toBe(calendarEntry(text, session).uid);
});

test("a new title, purpose or place shows in calendars, and anything else does not", () => {
  expect(calendarsDiffer(text, { ...text, title: "Second gathering" })).toBe(true);
  expect(calendarsDiffer(text, { ...text, purpose: "Meet again" })).toBe(true);
  expect(calendarsDiffer(text, { ...text, place: "The mill" })).toBe(true);
  expect(calendarsDiffer(text, { ...text })).toBe(false);
});
