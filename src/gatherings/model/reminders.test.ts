import { expect, test } from "vitest";
import { answerReminderAt, sessionReminderAt } from "./reminders.ts";

const opened = Temporal.Instant.from("2027-02-01T10:00:00Z");

test("a poll that is open for ten days reminds after three", () => {
  expect(answerReminderAt(opened, opened.add({ hours: 240 })).toString()).toBe("2027-02-04T10:00:00Z");
});

test("a poll that is open for two days reminds after one", () => {
  expect(answerReminderAt(opened, opened.add({ hours: 48 })).toString()).toBe("2027-02-02T10:00:00Z");
});

test("a session reminds a day before it starts, across a change of clocks too", () => {
  const startsAt = Temporal.Instant.from("2027-03-28T16:00:00Z");
  expect(sessionReminderAt(startsAt, opened)?.toString()).toBe("2027-03-27T16:00:00Z");
});

test("a session announced on its eve has no reminder", () => {
  expect(sessionReminderAt(opened.add({ hours: 24 }), opened)).toBe(null);
  expect(
    sessionReminderAt(opened.add({ hours: 24, nanoseconds: 1 }), opened)?.equals(opened.add({ nanoseconds: 1 })),
  ).toBe(true);
});
