import { describe, expect, test } from "vitest";
import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import { startOf } from "../../model/session.ts";
import { mostImported, understandCalendar } from "./understand-calendar.ts";

const around = { now: Temporal.Instant.from("2027-02-01T10:00:00Z"), zone: "Europe/Rome" };

function understood(...events: readonly (readonly string[])[]) {
  const parts = events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]);
  const read = understandCalendar(["BEGIN:VCALENDAR", ...parts, "END:VCALENDAR"].join("\r\n"), around);
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
}

const one = (...lines: readonly string[]) => understood(lines).events[0];
const reason = (...lines: readonly string[]) => understood(lines).notTaken[0]?.reason;
const evening = "DTSTART;TZID=Europe/London:20270304T190000";

describe("an event becomes a gathering", () => {
  test("with its words, its place, its time and its length", () => {
    const words = ["SUMMARY:Circle", "DESCRIPTION:Meet and decide.\\n\\nBring tea.", "LOCATION:Hall"];
    expect(one(...words, evening, "DTEND;TZID=Europe/London:20270304T203000")).toMatchObject({
      title: "Circle",
      purpose: "Meet and decide.",
      description: "Meet and decide.\n\nBring tea.",
      place: "Hall",
      time: { zone: "Europe/London", lengthMinutes: 90 },
      rule: undefined,
    });
  });

  test.each([
    ["with a length instead of an end", [evening, "DURATION:PT1H30M"], "2027-03-04T19:00:00Z", 90],
    ["with neither, for an hour", [evening], "2027-03-04T19:00:00Z", 60],
    ["at a time without a zone, in that of the community", ["DTSTART:20270304T190000"], "2027-03-04T18:00:00Z", 60],
    ["at a time in UTC", ["DTSTART:20270304T190000Z"], "2027-03-04T19:00:00Z", 60],
    [
      "in a zone with a path before its name",
      ["DTSTART;TZID=/example.org/2027a/America/New_York:20270304T190000"],
      "2027-03-05T00:00:00Z",
      60,
    ],
    ["with an end in another zone", [evening, "DTEND;TZID=Europe/Rome:20270304T210000"], "2027-03-04T19:00:00Z", 60],
  ] as const)("%s", (_words, lines, starts, minutes) => {
    const event = one("SUMMARY:Circle", ...lines);
    expect(event && [startOf(event.time).toString(), event.time.lengthMinutes]).toEqual([starts, minutes]);
  });

  test("of a series from its first date to come, with as many dates as were left", () => {
    const event = one(
      "DTSTART;TZID=Europe/Rome:20270121T190000",
      "RRULE:FREQ=WEEKLY;COUNT=5",
      "EXDATE;TZID=Europe/Rome:20270211T190000",
    );
    expect(event?.time.start.toString()).toBe("2027-02-04T19:00:00");
    expect(event?.leftOut.map(String)).toEqual(["2027-02-11T19:00:00"]);
    const dates = timesFrom(
      { rule: event?.rule ?? "", start: event?.time.start ?? Temporal.PlainDateTime.from("2027-02-04"), except: [] },
      Temporal.PlainDateTime.from("2027-02-01"),
      9,
    );
    expect(dates.map(({ month, day }) => `${day}.${month}.`)).toEqual(["4.2.", "11.2.", "18.2."]);
  });

  test("of a series that begins after the dates that are left out, each of which is named once", () => {
    const left = "EXDATE;TZID=Europe/Rome:20270204T190000,20270218T190000,20270218T190000,20270219T190000";
    const event = one("DTSTART;TZID=Europe/Rome:20270204T190000", "RRULE:FREQ=WEEKLY", left);
    expect(event?.time.start.toString()).toBe("2027-02-11T19:00:00");
    expect(event?.leftOut.map(String)).toEqual(["2027-02-18T19:00:00"]);
  });
});

test.each([
  ["no-time", ["SUMMARY:Meet"]],
  ["all-day", ["DTSTART;VALUE=DATE:20270304"]],
  ["past", ["DTSTART:20270131T190000"]],
  ["past", ["DTSTART:20250131T190000", "RRULE:FREQ=WEEKLY;COUNT=3"]],
  ["unknown-zone", ["DTSTART;TZID=W. Europe Standard Time:20270304T190000"]],
  ["skipped", ["DTSTART;TZID=Europe/Rome:20270328T023000"]],
  ["too-long", [evening, "DURATION:P3D"]],
  ["too-long", [evening, "DTEND;TZID=Europe/London:20270304T180000"]],
  ["cancelled", [evening, "STATUS:CANCELLED"]],
  ["one-of-others", [evening, "RECURRENCE-ID:20270303T190000"]],
  ["rule", [evening, "RRULE:FREQ=SECONDLY"]],
  ["rule", [evening, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]],
] as const)("%s: an event is left with this reason", (expected, lines) => {
  expect(reason(...lines)).toBe(expected);
});

test("no more events are taken, and no more rules reckoned with, than can be announced at once", () => {
  const many = understood(...Array.from({ length: 60 }, () => [evening]));
  expect(many.events).toHaveLength(mostImported);
  const costly = understood(
    ...Array.from({ length: 60 }, () => [evening, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]),
  );
  expect(costly.notTaken.filter((event) => event.reason === "rule")).toHaveLength(mostImported);
  expect(costly.notTaken.filter((event) => event.reason === "too-many")).toHaveLength(40);
});
