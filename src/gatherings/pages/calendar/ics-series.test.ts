import ICAL from "ical.js";
import fc from "fast-check";
import nodeIcal from "node-ical";
import { datetime, RRule, RRuleSet } from "rrule";
import { describe, expect, test } from "vitest";
import { readRecurrence, timesFrom } from "../../../kernel/recurrence/recurrence.ts";
import { startOf } from "../../model/session.ts";
import type { Series, SeriesDate, SeriesId } from "../../model/series/series.ts";
import type { SeriesLine } from "../../store/series/series-lines.read.ts";
import { calendarFile } from "./ics.ts";

const origin = new URL("https://gather.example");
const changedAt = Temporal.Instant.from("2027-01-01T12:00:00Z");

interface Said {
  readonly rule: string;
  readonly start: string;
  readonly zone: string;
  readonly lengthMinutes?: number;
  /** Dates whose gatherings are announced, besides the first. */
  readonly announced?: readonly string[];
  readonly leftOut?: readonly string[];
  readonly endedAt?: Temporal.Instant;
}

/** A series whose first date is announced. */
function line({ rule, start, zone, lengthMinutes = 60, announced = [], leftOut = [], endedAt }: Said): SeriesLine {
  const read = readRecurrence(rule, Temporal.PlainDateTime.from(start), zone);
  if (!read.ok) throw new Error(`${rule}: ${read.refusal.kind}`);
  const first = read.value.start;
  const series: Series = {
    id: "one" as SeriesId,
    communityId: "community",
    rule: read.value.rule,
    start: first,
    zone,
    lengthMinutes,
    otherTimes: [],
    announceDays: 14,
    debt: new Map(),
    endedAt,
  };
  const date = (text: string, gatheringId: string | undefined): SeriesDate => ({
    date: Temporal.PlainDateTime.from(text),
    gatheringId,
    reason: "",
  });
  const dates = [
    date(first.toString(), "first"),
    ...announced.map((text) => date(text, "next")),
    ...leftOut.map((text) => date(text, undefined)),
  ];
  const latest = { id: "first", title: "Weekly", purpose: "Meet.", place: "", changedAt } as SeriesLine["latest"];
  return { series, dates, latest, sequence: dates.length };
}

const fileOf = (...lines: readonly SeriesLine[]) => calendarFile({ name: "Plum League", origin }, [], lines);
const unfolded = (file: string) => file.replaceAll("\r\n ", "");
const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();

/** The starts in a file, as a reader understands them that knows the zone by what the file says of it. */
function startsByIcalJs(file: string, most: number): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as never[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [component] = calendar.getAllSubcomponents("vevent");
  const dates = component === undefined ? undefined : new ICAL.Event(component).iterator();
  const starts: string[] = [];
  for (let next = dates?.next(); next && starts.length < most; next = dates?.next()) {
    starts.push(instant(next.toUnixTime() * 1000));
  }
  ICAL.TimezoneService.reset();
  return starts;
}

/** As a reader understands them that knows the zone by its own tables. */
function startsByNodeIcal(file: string, most: number): readonly string[] {
  const event = Object.values(nodeIcal.sync.parseICS(file)).find((one) => one?.type === "VEVENT");
  if (event?.type !== "VEVENT") return [];
  const instances = nodeIcal.expandRecurringEvent(event, { from: datetime(2026, 1, 1), to: datetime(2032, 1, 1) });
  return instances.slice(0, most).map(({ start }) => instant(start.getTime()));
}

/** As a program understands them that reckons with rules alone; the zone's clocks are set by hand. */
function startsByRrule(file: string, most: number): readonly string[] {
  const text = unfolded(file);
  const [, zone = "", first = ""] = /DTSTART;TZID=([^:]+):(\S+)/.exec(text) ?? [];
  const [, rule = "", until = ""] = /RRULE:(\S+);UNTIL=(\S+)/.exec(text) ?? [];
  const asUtc = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime) =>
    datetime(year, month, day, hour, minute, second);
  const set = new RRuleSet();
  const last = Temporal.Instant.from(until).toZonedDateTimeISO(zone).toPlainDateTime();
  const dtstart = asUtc(Temporal.PlainDateTime.from(first));
  set.rrule(new RRule({ ...RRule.parseString(rule), dtstart, until: asUtc(last) }));
  for (const [, left = ""] of text.matchAll(/EXDATE;TZID=[^:]+:(\S+)/g)) {
    set.exdate(asUtc(Temporal.PlainDateTime.from(left)));
  }
  return set
    .all((_date, place) => place < most)
    .map((date) => instant(date.getTime()).replace("Z", `[${zone}]`))
    .map((wall) => Temporal.ZonedDateTime.from(wall).toInstant().toString());
}

const readers = [
  ["ical.js", startsByIcalJs],
  ["node-ical", startsByNodeIcal],
  ["rrule", startsByRrule],
] as const;

describe.each(readers)("the dates of a series to come, as %s reads them", (_name, starts) => {
  test("in New York keep their hour there, and move in London in the weeks when only one of them has changed its clocks", () => {
    const weekly = { rule: "FREQ=WEEKLY;BYDAY=TH", start: "2027-03-04T15:00", zone: "America/New_York" };
    const read = starts(fileOf(line(weekly)), 5).map((text) => Temporal.Instant.from(text));
    const hoursIn = (zone: string) => read.map((one) => one.toZonedDateTimeISO(zone).hour);
    expect(hoursIn("America/New_York")).toEqual([15, 15, 15, 15, 15]);
    expect(hoursIn("Europe/London")).toEqual([20, 19, 19, 20, 20]);
  });

  test("leave out what is announced and what is left out", () => {
    const start = "2027-03-04T19:00";
    const said = { rule: "FREQ=WEEKLY;BYDAY=TH;COUNT=6", start, zone: "Europe/Rome" };
    const given = { announced: ["2027-03-11T19:00"], leftOut: ["2027-03-25T19:00"] };
    expect(starts(fileOf(line({ ...said, ...given })), 9)).toEqual([
      "2027-03-18T18:00:00Z",
      "2027-04-01T17:00:00Z",
      "2027-04-08T17:00:00Z",
    ]);
  });

  test("are those of the rule, in any zone and over every change of clocks", () => {
    const zones = [
      "Asia/Kolkata",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Pacific/Tongatapu",
      "Pacific/Pago_Pago",
      "Pacific/Chatham",
      "America/St_Johns",
      "Africa/Casablanca",
      "Asia/Gaza",
      "Europe/Dublin",
      "America/Santiago",
      "America/New_York",
    ];
    const rules = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((every) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=TU,TH`),
      fc.constantFrom("FREQ=MONTHLY;BYDAY=2MO", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=29"),
      fc.integer({ min: 2, max: 9 }).map((every) => `FREQ=DAILY;INTERVAL=${every}`),
    );
    const said = fc.record({
      rule: rules,
      zone: fc.constantFrom(...zones),
      // Between five and nine o'clock no zone changes its clocks.
      start: fc
        .record({ days: fc.integer({ min: 0, max: 700 }), hour: fc.integer({ min: 5, max: 20 }) })
        .map(({ days, hour }) =>
          Temporal.PlainDate.from("2027-01-01").add({ days }).toPlainDateTime({ hour }).toString(),
        ),
      left: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(said, ({ rule, zone, start, left }) => {
        const { series } = line({ rule, zone, start });
        const all = timesFrom({ rule: series.rule, start: series.start, except: [] }, series.start, 14);
        const leftOut = left.map((place) => String(all[place]));
        const expected = all.filter((date, place) => place > 0 && !leftOut.includes(date.toString()));
        const read = starts(fileOf(line({ rule, zone, start, leftOut })), expected.length);
        expect(read).toEqual(expected.map((one) => startOf({ start: one, zone, lengthMinutes: 60 }).toString()));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a series in a calendar file", () => {
  const said = { rule: "FREQ=WEEKLY;BYDAY=TH", start: "2027-03-04T19:00", zone: "Europe/Rome" };

  test("may still change, names its zone, and keeps its uid while its sequence grows", () => {
    const before = unfolded(fileOf(line(said)));
    const after = unfolded(fileOf(line({ ...said, leftOut: ["2027-03-18T19:00"] })));
    for (const file of [before, after]) {
      expect(file).toContain("UID:series-one\r\n");
      expect(file).toContain("STATUS:TENTATIVE");
      expect(file).toContain("DTSTART;TZID=Europe/Rome:20270311T190000");
    }
    expect([before, after].map((file) => /SEQUENCE:(\d+)/.exec(file)?.[1])).toEqual(["1", "2"]);
    expect(after).toContain("EXDATE;TZID=Europe/Rome:20270318T190000");
  });

  test("is cancelled once it has ended, and is not there when no date is left", () => {
    expect(fileOf(line({ ...said, endedAt: changedAt }))).toContain("STATUS:CANCELLED");
    expect(fileOf(line({ ...said, rule: "FREQ=WEEKLY;COUNT=1" }))).not.toContain("BEGIN:VEVENT");
  });

  test("tells its end in UTC, as far as two years ahead or as its rule says", () => {
    expect(unfolded(fileOf(line(said)))).toContain("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20290311T180000Z");
    const until = "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270415";
    expect(unfolded(fileOf(line({ ...said, rule: until })))).toContain(";UNTIL=20270415T215959Z");
  });

  test("begins with no date on which the clocks change while people meet", () => {
    const night = { rule: "FREQ=WEEKLY;BYDAY=SU", start: "2027-03-21T02:30", zone: "Europe/Rome" };
    expect(startsByIcalJs(fileOf(line(night)), 1)).toEqual(["2027-04-04T00:30:00Z"]);
  });

  test("in UTC leaves out in UTC", () => {
    const file = unfolded(fileOf(line({ ...said, zone: "UTC", leftOut: ["2027-03-18T19:00"] })));
    expect(file).toContain("EXDATE:20270318T190000Z");
    expect(startsByIcalJs(file, 2)).toEqual(["2027-03-11T19:00:00Z", "2027-03-25T19:00:00Z"]);
  });
});
