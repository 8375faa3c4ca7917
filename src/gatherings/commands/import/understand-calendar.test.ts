import { describe, expect, test } from "vitest";
import { timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import { startOf } from "../../model/session.ts";
import { readCalendarText } from "../../../kernel/recurrence/calendar-text.ts";
import { mostImported, understandEvents } from "./understand-calendar.ts";

const around = { now: Temporal.Instant.from("2027-02-01T10:00:00Z"), zone: "Europe/Rome", known: new Set<string>() };

function understoodText(text: string, known: ReadonlySet<string> = new Set()) {
  const read = readCalendarText(text);
  if (!read.ok) throw new Error(read.refusal.kind);
  return understandEvents(read.value, { ...around, known });
}

function understood(...events: readonly (readonly string[])[]) {
  const parts = events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]);
  return understoodText(["BEGIN:VCALENDAR", ...parts, "END:VCALENDAR"].join("\r\n"));
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
    [
      "in a zone by the name that Windows has for it",
      ['DTSTART;TZID="W. Europe Standard Time":20270304T190000'],
      "2027-03-04T18:00:00Z",
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

describe("an event with dates besides its first", () => {
  const dates = (...lines: readonly string[]) =>
    understood(["SUMMARY:Circle", ...lines]).events.map(({ key, time, rule }) => [
      key,
      time.start.toString(),
      time.lengthMinutes,
      rule,
    ]);
  const first = ["DTSTART;TZID=Europe/Rome:20270304T190000", "DTEND;TZID=Europe/Rome:20270304T203000"];

  test("becomes a gathering for each of them, as long as the first", () => {
    expect(dates(...first, "RDATE;TZID=Europe/Rome:20270320T180000,20270404T190000")).toEqual([
      ["0", "2027-03-04T19:00:00", 90, undefined],
      ["0+0", "2027-03-20T18:00:00", 90, undefined],
      ["0+1", "2027-04-04T19:00:00", 90, undefined],
    ]);
  });

  test("of which the first is over becomes those to come, without a word of the others", () => {
    const old = ["DTSTART;TZID=Europe/Rome:20270107T190000", "RDATE;TZID=Europe/Rome:20270114T190000,20270404T190000"];
    expect(dates(...old)).toEqual([["0+1", "2027-04-04T19:00:00", 60, undefined]]);
    expect(understood(["SUMMARY:Circle", ...old]).notTaken).toEqual([]);
  });

  test("has none of them twice: not those of its rule, not those that are left out, not its first", () => {
    const further = "20270304T190000,20270311T190000,20270312T190000,20270312T190000,20270313T190000";
    const lines = [`RDATE;TZID=Europe/Rome:${further}`, "EXDATE;TZID=Europe/Rome:20270313T190000"];
    expect(dates(...first, "RRULE:FREQ=WEEKLY", ...lines).map(([key, start]) => [key, start])).toEqual([
      ["0", "2027-03-04T19:00:00"],
      ["0+2", "2027-03-12T19:00:00"],
    ]);
  });

  test("in their own zones are told in that of the event", () => {
    expect(dates(...first, "RDATE:20270320T170000Z")[1]?.[1]).toBe("2027-03-20T18:00:00");
  });

  test("has no more of them than can be announced at once", () => {
    const many = Array.from(
      { length: 60 },
      (_one, day) => `2028${String((day % 12) + 1).padStart(2, "0")}${String(Math.floor(day / 12) + 10)}T190000`,
    );
    expect(dates(...first, `RDATE;TZID=Europe/Rome:${many.join(",")}`)).toHaveLength(mostImported);
  });
});

test("a calendar without what is not taken is understood as the same", () => {
  const read = understood(
    [evening, "SUMMARY:Kept", "RDATE:20270320T170000Z"],
    ["DTSTART:20250101T190000", "SUMMARY:Over"],
  );
  const again = understoodText(read.shortened);
  expect(again.events).toEqual(read.events);
  expect(again.notTaken).toEqual([]);
});

test.each([
  ["no-time", ["SUMMARY:Meet"]],
  ["all-day", ["DTSTART;VALUE=DATE:20270304"]],
  ["past", ["DTSTART:20270131T190000"]],
  ["past", ["DTSTART:20250131T190000", "RRULE:FREQ=WEEKLY;COUNT=3"]],
  ["unknown-zone", ["DTSTART;TZID=Customized Time Zone:20270304T190000"]],
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
