import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { editBlock } from "../../commands/agenda/edit-block.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;
let updates: string;
let checkIn: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  await visits.cast.date(visits.ada, about, "2027-02-20T18:00");
  const blocks = [
    { title: "Updates", minutes: 30, notes: true },
    { title: "Check in", minutes: 30, notes: false },
  ];
  const added = await visits.cast.application.execute(addBlocks, { ...about, blocks }, byPerson(visits.ada));
  [updates = "", checkIn = ""] = valueOf(added).blockIds;
  path = `/gatherings/${about.gatheringId}/notes`;
});
afterAll(() => visits.cast.close());

const ada = () => visits.browser(visits.ada);

describe("the page of a gathering's notes", () => {
  test("has a place for each block but those without notes, which it names", async () => {
    const { words, html } = await ada().get(path);
    expect(words).toContain("The whole gathering");
    expect(words).toContain("Without notes Nothing is written down here");
    expect(html).toContain(`${path}/${updates}`);
    expect(html).not.toContain(`${path}/${checkIn}`);
    expect((await ada().get(`${path}/${checkIn}`)).status).toBe(404);
  });

  test("is read by whoever is on the list, who finds no form, and by nobody else", async () => {
    await ada().submit(`${path}/${updates}`, `${path}/${updates}`, { version: "0", text: "We **agreed**." });
    valueOf(await visits.cast.application.execute(joinInterestList, about, byPerson(visits.grace)));
    const grace = visits.browser(visits.grace);
    expect((await grace.get(path)).html).toContain("<strong>agreed</strong>");
    expect((await grace.get(`${path}/${updates}`)).html).not.toContain("<textarea");
    expect((await grace.get(`${path}/${updates}/versions/1`)).status).toBe(403);
    const sent = await grace.send(`/gatherings/${about.gatheringId}`, `${path}/${updates}`, {
      version: "1",
      text: "x",
    });
    expect(sent.status).toBe(422);
    expect((await visits.browser(visits.emmy).get(path)).status).toBe(403);
    expect(await visits.browser().get(path)).toMatchObject({ status: 303 });
  });
});

describe("writing", () => {
  test("saves, says so, and lists the versions with who and when", async () => {
    const browser = ada();
    const sent = await browser.submit(`${path}/${updates}`, `${path}/${updates}`, { version: "0", text: "One" });
    expect(sent).toMatchObject({ status: 303, location: `${path}/${updates}?done=written` });
    const saved = await browser.get(`${path}/${updates}?done=written`);
    expect(saved.words).toContain("The notes are saved.");
    expect(saved.html).toContain('data-taken="yes"');
    expect(saved.words).toContain("Version 1 Mon 1 Feb, 11:00 CET Ada @ada@social.example");
    expect((await browser.get(`${path}/${updates}/versions/1`)).words).toContain("One");
    expect((await browser.get(`${path}/${updates}/versions/2`)).status).toBe(404);
  });

  test("by two at once shows the second both texts and a field with every line of both", async () => {
    const [one, other] = [ada(), ada()];
    await one.submit(`${path}/${updates}`, `${path}/${updates}`, { version: "0", text: "Start\nTheirs\nEnd" });
    const sent = await other.submit(`${path}/${updates}`, `${path}/${updates}`, {
      version: "0",
      text: "Start\nOurs & <b>\nEnd",
    });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("Somebody saved these notes while you wrote.");
    const sides = [...sent.html.matchAll(/<pre class="notes-side"[^>]*>([^<]*)<\/pre>/g)].map(([, text]) => text);
    expect(sides).toEqual(["Start\nTheirs\nEnd", "Start\nOurs &amp; &lt;b&gt;\nEnd"]);
    expect(sent.html).toMatch(/<textarea[^>]*name="text"[^>]*>Start\nTheirs\nOurs &amp; &lt;b&gt;\nEnd<\/textarea>/);
    expect(sent.html).toMatch(/name="version" value="1"/);
    const together = await other.send(`${path}/${updates}`, `${path}/${updates}`, { version: "1", text: "Together" });
    expect(together.status).toBe(303);
    expect((await ada().get(path)).words).toContain("Together");
  });

  test("too much is refused, and stays in the field", async () => {
    const long = "x".repeat(20_001);
    const sent = await ada().submit(`${path}/${updates}`, `${path}/${updates}`, { version: "0", text: long });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain(`>${long}</textarea>`);
  });

  test("by everyone who comes is for organisers to allow", async () => {
    const sent = await ada().submit(path, `${path}/writers`, { writers: "everyone" });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=writers` });
    expect((await ada().submit(path, `${path}/writers`, {})).status).toBe(422);
  });
});

describe("notes of a block whose notes are switched off later", () => {
  test("are out of everybody's view, and organisers are told that they are still there", async () => {
    const browser = ada();
    await browser.submit(`${path}/${updates}`, `${path}/${updates}`, { version: "0", text: "Too soon" });
    const off = { ...about, blockId: updates, title: "Updates", minutes: 30, notes: false };
    valueOf(await visits.cast.application.execute(editBlock, off, byPerson(visits.ada)));
    const { words } = await browser.get(path);
    expect(words).not.toContain("Too soon");
    expect(words).toContain("Written before notes were switched off");
    const refused = await browser.submit(`${path}/${updates}/deletion`, `${path}/${updates}/deletion`, {});
    expect(refused.html).toMatch(/id="field-sure-fault">Tick that you are sure/);
    const gone = await browser.submit(`${path}/${updates}/deletion`, `${path}/${updates}/deletion`, { sure: "yes" });
    expect(gone).toMatchObject({ status: 303, location: `${path}?done=deleted` });
    expect((await browser.get(path)).words).not.toContain("Written before notes were switched off");
    expect((await visits.browser(visits.grace).get(`${path}/${updates}/deletion`)).status).toBe(403);
  });
});
