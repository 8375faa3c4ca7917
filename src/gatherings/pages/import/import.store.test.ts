import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { importCalendar } from "../../commands/import/import-calendar.ts";
import { gatheringByHandle } from "../../store/gatherings.read.ts";
import { datesSince, seriesOfGathering } from "../../store/series/series.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";

let visits: GatheringVisits;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
  path = `${visits.communityPath}/gatherings/import`;
});
beforeEach(() => visits.cast.clock.set("2027-02-01T10:00:00Z"));
afterAll(() => visits.cast.close());

const event = (title: string, ...lines: readonly string[]) => [
  "BEGIN:VEVENT",
  `SUMMARY:${title}`,
  ...lines,
  "END:VEVENT",
];
const calendar = (...events: readonly (readonly string[])[]) =>
  ["BEGIN:VCALENDAR", ...events.flat(), "END:VCALENDAR"].join("\n");
const at = (day: string) => `DTSTART;TZID=Europe/Rome:${day}T190000`;
const read = () => visits.cast.application.read;

const send = (text: string, fields: Readonly<Record<string, string>>, person = visits.grace) =>
  visits.browser(person).submit(path, path, { text, ...fields });

describe("a calendar that is pasted", () => {
  test("is first shown as it was understood, with its times and what is not taken, and announces nothing", async () => {
    const text = calendar(
      event("Shown circle", at("20270304"), "LOCATION:Plum hall"),
      event("Shown weekly", at("20270305"), "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Rome:20270312T190000"),
      event("Holiday", "DTSTART;VALUE=DATE:20270304"),
      event("Elsewhere", "DTSTART;TZID=Mars/Base:20270304T190000"),
    );
    const { status, words, html } = await send(text, { step: "read" });
    expect(status).toBe(200);
    expect(words).toMatch(
      /Shown circle .*4 March 2027.* · 1 hour · Plum hall|Shown circle .*March 4, 2027.* · 1 hour · Plum hall/,
    );
    expect(words).toMatch(/Shown weekly .*1 date left out/);
    expect(words).toContain("Holiday · it is all day long");
    expect(words).toContain("Elsewhere · its time zone, Mars/Base, is not known");
    expect(html).toContain("BEGIN:VCALENDAR");
    expect(html.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect(await gatheringByHandle(read(), "shown_circle")).toBeUndefined();
  });

  test("announces what is ticked, each with its date, and whoever imports organises it", async () => {
    const text = calendar(
      event("Autumn circle", at("20270304"), "DESCRIPTION:Meet and decide.", "LOCATION:Plum hall"),
      event("Winter circle", at("20270305")),
    );
    const sent = await send(text, { step: "take", keys: "0" });
    const gathering = await gatheringByHandle(read(), "autumn_circle");
    expect(sent).toMatchObject({ status: 303, location: `/gatherings/${gathering?.id}?done=announced` });
    expect(gathering).toMatchObject({
      state: "date-set",
      purpose: "Meet and decide.",
      place: "Plum hall",
      organiserId: visits.grace,
    });
    expect((await sessionsOf(read(), gathering?.id ?? ""))[0]?.startsAt.toString()).toBe("2027-03-04T18:00:00Z");
    expect(await gatheringByHandle(read(), "winter_circle")).toBeUndefined();
  });

  test("makes a series of what recurs, without the dates that it leaves out", async () => {
    const rule = ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Rome:20270311T190000"];
    await send(calendar(event("Spring circle", at("20270304"), ...rule)), { step: "take", keys: "0" });
    const gathering = await gatheringByHandle(read(), "spring_circle");
    const series = await seriesOfGathering(read(), gathering?.id ?? "");
    expect(series?.rule).toBe("FREQ=WEEKLY");
    const dates = await datesSince(read(), series?.id ?? "", Temporal.PlainDateTime.from("2020-01-01"));
    expect(dates.map((one) => [one.date.toString(), one.gatheringId !== undefined])).toEqual([
      ["2027-03-11T19:00:00", false],
      ["2027-03-04T19:00:00", true],
    ]);
  });

  test("may have many events of one name, each with a handle of its own", async () => {
    const text = calendar(...["04", "05", "06"].map((day) => event("Same circle", at(`202703${day}`))));
    const browser = visits.browser(visits.grace);
    await browser.get(path);
    const page = await browser.submit(path, path, { text, step: "read" });
    expect(page.html.match(/name="keys"/g)).toHaveLength(3);
    for (const keys of ["0", "1", "2"]) await send(text, { step: "take", keys });
    for (const handle of ["same_circle", "same_circle_20270305", "same_circle_20270306"]) {
      expect((await gatheringByHandle(read(), handle))?.title).toBe("Same circle");
    }
  });

  test("is kept as it was typed when it is refused, with what to mend beside it", async () => {
    const refused = await send("Lunch on Thursday", { step: "read" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="field-text-fault"');
    expect(refused.html).toContain("Lunch on Thursday");
    const none = await send(calendar(event("Untouched", at("20270304"))), { step: "take" });
    expect(none.status).toBe(422);
    expect(none.words).toContain("Tick at least one.");
    expect(await gatheringByHandle(read(), "untouched")).toBeUndefined();
  });
});

test("only members import", async () => {
  expect((await visits.browser(visits.emmy).get(path)).status).toBe(403);
  expect((await visits.browser().get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  const sent = await visits.browser(visits.emmy).send(`/me/calendar`, path, { text: "x", step: "take", keys: "0" });
  expect(sent.status).toBe(403);
  const input = { communityId: visits.community, text: calendar(event("Sneaked in", at("20270304"))), keys: ["0"] };
  const said = { ...input, language: "en", zone: "Europe/Rome", reason: "holiday" };
  const answer = await visits.cast.application.execute(importCalendar, said, byPerson(visits.emmy));
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "only-members" } });
});
