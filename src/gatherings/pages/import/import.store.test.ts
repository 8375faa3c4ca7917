import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FormFields } from "../../../../testing/page-visits.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Capability } from "../../../kernel/capability.ts";
import type { FeedRefusal } from "../../model/import/feed-address.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { importCalendar } from "../../commands/import/import-calendar.ts";
import { gatheringByHandle } from "../../store/gatherings.read.ts";
import { importedTables } from "../../store/imported/imported.tables.ts";
import { datesSince, seriesOfGathering } from "../../store/series/series.read.ts";
import { importPath, importRoutes } from "./import-routes.tsx";
import { sessionsOf } from "../../store/sessions.read.ts";

let visits: GatheringVisits;
let path: string;
/** What other servers have, by its address. */
const feeds = new Map<string, Result<string, FeedRefusal>>();
const askedFor: string[] = [];
const feedRefused = (kind: FeedRefusal["kind"]): Result<string, FeedRefusal> => refused({ kind });

beforeAll(async () => {
  const pages: Capability["pages"] = (web, application) =>
    importRoutes(web, application, async (address) => {
      askedFor.push(address);
      return feeds.get(address) ?? feedRefused("feed-not-there");
    });
  visits = await openGatheringVisits({}, { pages, formsWithFiles: [importPath] });
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

const file = (text: string | Uint8Array<ArrayBuffer>, name = "all.ics") =>
  new File([text], name, { type: "text/calendar" });
const sendFile = (brought: File, fields: FormFields = {}) =>
  visits.browser(visits.grace).submit(path, path, { step: "read", "text.file": brought, ...fields });
const sendAddress = (address: string, fields: FormFields = {}) =>
  visits.browser(visits.grace).submit(path, path, { step: "read", address, text: "", ...fields });

/** The calendar that a page keeps for the next step. */
const keptIn = (html: string) => /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1]?.trim() ?? "";

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

describe("a calendar that is read another time", () => {
  test("has what was taken over before, its further dates too, named as such and not announced again", async () => {
    const regular = event(
      "Known circle",
      "UID:one@example.org",
      at("20270304"),
      "RDATE;TZID=Europe/Rome:20270320T190000",
    );
    await send(calendar(regular), { step: "take", keys: "0" });
    const more = calendar(regular, event("New circle", "UID:two@example.org", at("20270305")));
    const shown = await send(more, { step: "read" });
    expect(shown.words).toContain("Known circle · it was taken over before");
    expect(shown.html.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect((await send(more, { step: "take", keys: "0" })).status).toBe(422);
    await send(more, { step: "take", keys: "0+0" });
    const now = await send(more, { step: "read" });
    expect(now.html.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(1);
    expect(now.words).toMatch(/New circle .*2027/);
  });

  test("keeps no name by which somebody else’s calendar knows its events", async () => {
    await send(calendar(event("Marked circle", "UID:kiri@example.org", at("20270304"))), { step: "take", keys: "0" });
    const kept = await importedTables(read()).selectFrom("imported_events").selectAll().execute();
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain("kiri@");
  });
});

describe("a calendar in a file", () => {
  test("is shown as it was understood, and kept for announcing what is ticked", async () => {
    const shown = await sendFile(file(`\ufeff${calendar(event("Filed circle", at("20270304")))}`));
    expect(shown.status).toBe(200);
    expect(shown.words).toMatch(/Filed circle .*2027/);
    expect(await gatheringByHandle(read(), "filed_circle")).toBeUndefined();
    const sent = await send(keptIn(shown.html), { step: "take", keys: "0" });
    expect(sent.status).toBe(303);
    expect(await gatheringByHandle(read(), "filed_circle")).toMatchObject({ state: "date-set" });
  });

  test("of years is shortened to what can be taken, with what is not taken beside it", async () => {
    const old = Array.from({ length: 1_500 }, (_one, place) => event(`Old ${place}`, "DTSTART:20200101T190000"));
    const text = calendar(...old, event("Kept circle", at("20270304"), "DESCRIPTION:Meet."));
    const shown = await sendFile(file(text));
    expect(shown.words).toContain("1,500 events are not taken");
    expect(keptIn(shown.html)).not.toContain("Old 3");
    expect(shown.html.length).toBeLessThan(60 * 1024);
    expect(shown.html.match(/<input type="checkbox"[^>]*checked/g)).toHaveLength(1);
    await send(keptIn(shown.html), { step: "take", keys: "0" });
    expect(await gatheringByHandle(read(), "kept_circle")).toMatchObject({ purpose: "Meet." });
  });

  test("that is chosen beside one that was read is read first, and announces nothing unseen", async () => {
    const unseen = await sendFile(file(calendar(event("Unseen circle", at("20270304")))), {
      step: "take",
      text: calendar(event("Seen circle", at("20270304"))),
      keys: "0",
    });
    expect(unseen.status).toBe(200);
    expect(unseen.words).toContain("Unseen circle");
    for (const handle of ["unseen_circle", "seen_circle"]) {
      expect(await gatheringByHandle(read(), handle)).toBeUndefined();
    }
  });

  test.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0xfd]), "Some letters were lost"],
    ["another text", "Lunch on Thursday", "This is not a whole calendar"],
    ["a calendar of another encoding", Buffer.from(calendar(event("Caf\u00e9")), "latin1"), "Some letters were lost"],
  ] as const)("is refused when it is %s", async (_what, held, words) => {
    const shown = await sendFile(file(typeof held === "string" ? held : new Uint8Array(held)));
    expect(shown.status).toBe(422);
    expect(shown.words).toContain(words);
  });

  test("is refused when it is too large", async () => {
    expect((await sendFile(file("x".repeat(1024 * 1024)))).status).toBe(413);
  });
});

describe("a calendar at an address", () => {
  const address = "https://circle.example/all.ics";

  test("is read once, shown, and announces nothing until what is ticked is sent", async () => {
    feeds.set(address, accepted(calendar(event("Fed circle", at("20270304")))));
    const shown = await sendAddress(address);
    expect(shown.words).toMatch(/Fed circle .*2027/);
    expect(await gatheringByHandle(read(), "fed_circle")).toBeUndefined();
    feeds.set(address, accepted(calendar(event("Changed meanwhile", at("20270304")))));
    await send(keptIn(shown.html), { step: "take", keys: "0" });
    expect(await gatheringByHandle(read(), "fed_circle")).toMatchObject({ state: "date-set" });
    expect(await gatheringByHandle(read(), "changed_meanwhile")).toBeUndefined();
  });

  test.each([
    ["what is not there", feedRefused("feed-not-there"), "There is nothing at that address"],
    ["what this server may not ask", feedRefused("feed-not-allowed"), "may not ask that address"],
    ["what is no calendar", accepted("<!doctype html>"), "This is not a whole calendar"],
  ] as const)("is kept as it was typed when it leads to %s", async (_what, answer, words) => {
    feeds.set("https://odd.example/x", answer);
    const shown = await sendAddress("https://odd.example/x");
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('id="field-address-fault"');
    expect(shown.words).toContain(words);
    expect(shown.html).toContain('value="https://odd.example/x"');
  });

  test("is asked of nobody by whoever may not import", async () => {
    const before = askedFor.length;
    const sent = await visits.browser(visits.emmy).send("/me/calendar", path, { step: "read", address });
    expect([sent.status, askedFor.length]).toEqual([403, before]);
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
