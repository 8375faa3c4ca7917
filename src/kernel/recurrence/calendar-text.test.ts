import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarBounds, calendarTextOf, readCalendarText } from "./calendar-text.ts";

const calendar = (...lines: readonly string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");

function eventIn(...lines: readonly string[]) {
  const read = readCalendarText(calendar(event(...lines)));
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value[0];
}

describe("an event of a calendar", () => {
  test("has its words with folded lines made whole and signs as they were written", () => {
    const words = eventIn(
      "SUMMARY:Organising\\, circ",
      " le\\; weekly",
      "DESCRIPTION:One\\nTwo \\\\ three",
      "LOCATION:Hall",
    );
    expect(words).toMatchObject({
      title: "Organising, circle; weekly",
      description: "One\nTwo \\ three",
      place: "Hall",
    });
  });

  test("has its times with their zones, in quotes or not", () => {
    const times = eventIn('DTSTART;X-A="b:c";TZID="Europe/Rome":20270304T190000', "DTEND:20270304T190000Z");
    expect(times?.start).toMatchObject({ zone: "Europe/Rome", isDay: false });
    expect(times?.start?.wallClock.toString()).toBe("2027-03-04T19:00:00");
    expect(times?.end?.zone).toBe("UTC");
    expect(eventIn("DTSTART;VALUE=DATE:20270304")?.start).toMatchObject({ zone: undefined, isDay: true });
    expect(eventIn("DTSTART:20271341T990000")?.start).toBeUndefined();
  });

  test("has the dates besides those of its rule, and of a period its beginning", () => {
    const dates = eventIn(
      "DTSTART:20270304T190000",
      "RDATE;TZID=Europe/Rome:20270311T190000,20270325T200000",
      "RDATE;VALUE=PERIOD:20270401T180000Z/PT1H",
    );
    expect(dates?.moreDates.map(({ wallClock, zone }) => `${wallClock.toString()} ${zone ?? ""}`)).toEqual([
      "2027-03-11T19:00:00 Europe/Rome",
      "2027-03-25T20:00:00 Europe/Rome",
      "2027-04-01T18:00:00 UTC",
    ]);
  });

  test("is read as the same from a calendar written anew, without what was passed over", () => {
    const lines = [
      "SUMMARY:Organising\\, circ",
      " le",
      "DTSTART;TZID=Europe/Rome:20270304T190000",
      "RRULE:FREQ=WEEKLY",
    ];
    const read = readCalendarText(
      calendar(
        event(...lines, `X-PICTURE:${"a".repeat(9_000)}`),
        event("SUMMARY:Other", `DESCRIPTION:${"😀".repeat(20_000)}`),
      ),
    );
    if (!read.ok) throw new Error(read.refusal.kind);
    const text = calendarTextOf(read.value);
    const again = readCalendarText(text);
    if (!again.ok) throw new Error(again.refusal.kind);
    expect(again.value[0]).toEqual(read.value[0]);
    expect(text).not.toContain("X-PICTURE");
    expect(text.length).toBeLessThan(26_000);
  });

  test("has nothing of the alarms within it", () => {
    const alarm = ["BEGIN:VALARM", "DESCRIPTION:Wake up", "END:VALARM"];
    expect(eventIn("SUMMARY:Meet", ...alarm)?.description).toBe("");
  });

  test("has the words that another program writes, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (typed) => {
        // The sign that stands for what could not be read has a calendar refused whole.
        const title = ["\r", "\n", "\0", "\ufffd"].reduce((text, sign) => text.replaceAll(sign, " "), typed).trim();
        const component = new ICAL.Component("vcalendar");
        const written = new ICAL.Component("vevent");
        written.addPropertyWithValue("summary", title);
        component.addSubcomponent(written);
        const read = readCalendarText(component.toString());
        expect(read.ok && read.value[0]?.title).toBe(title);
      }),
    );
  });
});

describe("a text that is refused before it costs much", () => {
  test.each([
    ["not-a-calendar", "Lunch on Thursday"],
    ["not-a-calendar", calendar()],
    ["not-a-calendar", event("SUMMARY:Meet")],
    ["not-a-calendar", calendar("BEGIN:VEVENT", "SUMMARY:Meet")],
    ["not-a-calendar", calendar("BEGIN:VEVENT", "END:VALARM")],
    ["not-a-calendar", "BEGIN:VCALENDAR\n".repeat(5_000)],
    [
      "calendar-too-many-events",
      calendar(
        event("SUMMARY:Meet")
          .concat("\n")
          .repeat(calendarBounds.events + 1),
      ),
    ],
    ["calendar-too-long", calendar("X".repeat(calendarBounds.characters))],
    ["calendar-garbled", calendar(event("SUMMARY:Caf\ufffd"))],
    ["calendar-garbled", calendar(event("SUMMARY:Meet \ud800"))],
  ])("is %s", (kind, text) => {
    expect(readCalendarText(text)).toMatchObject({ ok: false, refusal: { kind } });
  });
});
