import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GatheringId, SessionId } from "../../model/gathering.ts";
import { endOf, occurrenceOf, startOf, type SessionTime } from "../../model/session.ts";
import { calendarFile, type CalendarItem } from "./ics.ts";

const setAt = Temporal.Instant.from("2027-01-01T12:00:00Z");
const origin = new URL("https://gather.example");

function item(time: SessionTime, said: Partial<CalendarItem["session"]> = {}, text = {}): CalendarItem {
  const session = {
    id: `session-${time.start.toString()}-${time.zone}` as SessionId,
    gatheringId: "gathering" as GatheringId,
    time,
    sequence: 0,
    setAt,
    cancelledAt: undefined,
    ...said,
  };
  return { session, text: { title: "First gathering", purpose: "Meet.", place: "", changedAt: setAt, ...text } };
}

const at = (start: string, zone: string, lengthMinutes = 60): SessionTime => ({
  start: Temporal.PlainDateTime.from(start),
  zone,
  lengthMinutes,
});

/** The events of a file as an independent reader understands them, by the zones that the file brings along. */
function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      title: event.summary,
      place: event.location,
      starts: Temporal.Instant.fromEpochMilliseconds(event.startDate.toUnixTime() * 1000).toString(),
      ends: Temporal.Instant.fromEpochMilliseconds(event.endDate.toUnixTime() * 1000).toString(),
      zone: event.startDate.zone?.tzid,
    };
  });
  ICAL.TimezoneService.reset();
  return events;
}

const read = (...items: readonly CalendarItem[]) => eventsIn(calendarFile({ name: "Plum League", origin }, items));

describe("a calendar file", () => {
  test.each([
    ["the day before the clocks go forward in Rome", at("2027-03-27T19:00", "Europe/Rome"), "2027-03-27T18:00:00Z"],
    ["the day the clocks go forward in Rome", at("2027-03-28T19:00", "Europe/Rome"), "2027-03-28T17:00:00Z"],
    ["the hour after the clocks went forward in Rome", at("2027-03-28T03:00", "Europe/Rome"), "2027-03-28T01:00:00Z"],
    ["the first of the two runs of an hour in Rome", at("2027-10-31T02:30", "Europe/Rome"), "2027-10-31T00:30:00Z"],
    [
      "the week in which New York changes before Europe",
      at("2027-03-16T15:00", "America/New_York"),
      "2027-03-16T19:00:00Z",
    ],
    ["half an hour off, in Kolkata", at("2027-06-01T18:00", "Asia/Kolkata"), "2027-06-01T12:30:00Z"],
    ["three quarters off, in Kathmandu", at("2027-06-01T18:00", "Asia/Kathmandu"), "2027-06-01T12:15:00Z"],
    [
      "half an hour of summer time, at Lord Howe",
      at("2027-01-10T09:00", "Australia/Lord_Howe"),
      "2027-01-09T22:00:00Z",
    ],
    ["thirteen hours ahead, in Tonga", at("2027-06-01T09:00", "Pacific/Tongatapu"), "2027-05-31T20:00:00Z"],
    ["eleven hours behind, in Samoa", at("2027-06-01T09:00", "Pacific/Pago_Pago"), "2027-06-01T20:00:00Z"],
    ["in UTC", at("2027-06-01T09:00", "UTC"), "2027-06-01T09:00:00Z"],
  ])("tells the instant of a session %s", (_words, time, starts) => {
    expect(startOf(time).toString()).toBe(starts);
    const [event] = read(item(time));
    expect(event?.starts).toBe(starts);
    expect(event?.ends).toBe(endOf(time).toString());
  });

  test("tells a session that runs over a change of clocks by its true length", () => {
    const [event] = read(item(at("2027-10-31T01:30", "Europe/Rome", 180)));
    expect([event?.starts, event?.ends]).toEqual(["2027-10-30T23:30:00Z", "2027-10-31T02:30:00Z"]);
  });

  test("tells an end in the second run of a repeated hour, which no wall clock can name", () => {
    const [event] = read(item(at("2027-10-31T01:30", "Europe/Rome", 100)));
    expect(event?.ends).toBe("2027-10-31T01:10:00Z");
  });

  test("names the zone that was agreed on, so that calendars follow later changes of its rules", () => {
    expect(read(item(at("2027-06-01T18:00", "Asia/Kolkata")))[0]?.zone).toBe("Asia/Kolkata");
  });

  test("brings each zone once, with the changes that all of its sessions need", () => {
    const file = calendarFile({ name: "Plum League", origin }, [
      item(at("2027-03-20T19:00", "Europe/Rome")),
      item(at("2027-11-20T19:00", "Europe/Rome")),
      item(at("2027-11-20T19:00", "America/New_York")),
    ]);
    expect(file.match(/^TZID:.*$/gm)).toEqual(["TZID:Europe/Rome", "TZID:America/New_York"]);
    expect(eventsIn(file).map(({ starts }) => starts)).toEqual([
      "2027-03-20T18:00:00Z",
      "2027-11-20T18:00:00Z",
      "2027-11-21T00:00:00Z",
    ]);
  });

  test("keeps the uid of a session while it moves, and counts its changes", () => {
    const [before] = read(item(at("2027-06-01T18:00", "Europe/Rome"), { id: "one" as SessionId }));
    const [after] = read(item(at("2027-06-02T18:00", "Europe/Rome"), { id: "one" as SessionId, sequence: 1 }));
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
  });

  test("keeps a session that was called off, as such", () => {
    const [event] = read(item(at("2027-06-01T18:00", "Europe/Rome"), { cancelledAt: setAt, sequence: 2 }));
    expect(event).toMatchObject({ status: "CANCELLED", sequence: 2 });
  });

  test("shows what its owner may come to as tentative", () => {
    expect(read({ ...item(at("2027-06-01T18:00", "Europe/Rome")), isTentative: true })[0]?.status).toBe("TENTATIVE");
  });

  test("lets no text of people break out of its line", () => {
    const title = "One\r\nEND:VEVENT\r\nBEGIN:VALARM, two; three\\n — ä 🌻".padEnd(200, "x");
    const [event, ...others] = read(item(at("2027-06-01T18:00", "Europe/Rome"), {}, { title, place: "A\nB;C,D" }));
    expect(others).toEqual([]);
    expect(event?.title).toBe(title.replaceAll("\r\n", "\n"));
    expect(event?.place).toBe("A\nB;C,D");
  });

  test("tells every session's instants, in any zone at any time", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const anyTime = fc.record({
      zone: fc.constantFrom(...zones),
      start: fc
        .integer({ min: 0, max: 4 * 365 * 24 * 4 })
        .map((quarters) => Temporal.PlainDateTime.from("2026-01-01T00:00").add({ minutes: 15 * quarters })),
      lengthMinutes: fc.integer({ min: 5, max: 1_440 }),
    });
    fc.assert(
      fc.property(anyTime, (time) => {
        fc.pre(occurrenceOf(time) !== "skipped");
        const [event] = read(item(time));
        expect([event?.starts, event?.ends]).toEqual([startOf(time).toString(), endOf(time).toString()]);
      }),
      { numRuns: 300 },
    );
  });
});
