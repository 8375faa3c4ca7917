import { expect, test } from "vitest";
import { answerReminderAt, remindersToCome, sessionReminders, stillReminds } from "./reminders.ts";

const opened = Temporal.Instant.from("2027-02-01T10:00:00Z");

test("a poll that is open for ten days reminds after three", () => {
  expect(answerReminderAt(opened, opened.add({ hours: 240 })).toString()).toBe("2027-02-04T10:00:00Z");
});

test("a poll that is open for two days reminds after one", () => {
  expect(answerReminderAt(opened, opened.add({ hours: 48 })).toString()).toBe("2027-02-02T10:00:00Z");
});

const startsAt = Temporal.Instant.from("2027-03-28T16:00:00Z");
const dues = (now: Temporal.Instant) =>
  remindersToCome(startsAt, now).map(({ reminder, due }) => [reminder, due.toString()]);

test("a session reminds a week, a day, an hour and ten minutes before it starts, across a change of clocks too", () => {
  expect(dues(opened)).toEqual([
    ["week", "2027-03-21T16:00:00Z"],
    ["day", "2027-03-27T16:00:00Z"],
    ["hour", "2027-03-28T15:00:00Z"],
    ["ten-minutes", "2027-03-28T15:50:00Z"],
  ]);
});

test("a session announced on its eve has no reminder of the week or the day", () => {
  const reminders = (now: Temporal.Instant) => remindersToCome(startsAt, now).map(({ reminder }) => reminder);
  expect(reminders(startsAt.subtract({ hours: 24 }))).toEqual(["hour", "ten-minutes"]);
  expect(reminders(startsAt.subtract({ hours: 24, nanoseconds: 1 }))).toEqual(["day", "hour", "ten-minutes"]);
  expect(reminders(startsAt)).toEqual([]);
});

test("of the reminders that came due while the server stood still, the last alone is sent", () => {
  for (let minutes = 1; minutes <= 8 * 24 * 60; minutes += 7) {
    const now = startsAt.subtract({ minutes });
    const due = sessionReminders.filter(
      (one) => !remindersToCome(startsAt, now).some(({ reminder }) => reminder === one),
    );
    expect(due.filter((reminder) => stillReminds(reminder, startsAt, now))).toEqual(due.slice(-1));
  }
  expect(sessionReminders.filter((reminder) => stillReminds(reminder, startsAt, startsAt))).toEqual([]);
});
