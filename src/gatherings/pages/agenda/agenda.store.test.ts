import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { hostileTexts } from "../../../../testing/hostile-texts.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { proposeItem } from "../../commands/agenda/propose-item.ts";
import { sumOf } from "../../model/agenda/block.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { backlogOf, itemsOf } from "../../store/agenda/items.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}/agenda`;
});
afterAll(() => visits.cast.close());

const blocks = () => blocksOf(visits.cast.application.read, about.gatheringId);
const organiser = () => visits.browser(visits.ada);
const add = async (...added: readonly { readonly title: string; readonly minutes: number }[]) =>
  valueOf(await visits.cast.application.execute(addBlocks, { ...about, blocks: [...added] }, byPerson(visits.ada)))
    .blockIds;
const propose = async (title: string) =>
  valueOf(await visits.cast.application.execute(proposeItem, { ...about, title }, byPerson(visits.grace))).itemId;

describe("the agenda's page", () => {
  test("shows the blocks at their times in the reader's zone, and how the sum compares", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 15 });
    const { words } = await visits.browser(undefined).get(path);
    expect(words).toMatch(/19:00 Check in 10 minutes.*19:10 Updates 15 minutes/);
    expect(words).toContain("25 minutes in all: 35 minutes of 60 are free.");
    const { words: inNewYork } = await visits.browser(visits.grace, "America/New_York").get(path);
    expect(inNewYork).toMatch(/13:00 Check in.*13:10 Updates/);
    await add({ title: "Long", minutes: 40 });
    expect((await visits.browser().get(path)).words).toContain(
      "65 minutes in all: 5 minutes too long for the session of 60.",
    );
  });

  test("counts from the start while there is no date", async () => {
    await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 15 });
    expect((await visits.browser().get(path)).words).toMatch(/start Check in.*\+10 min Updates/);
  });

  test("is led to by a short list on the gathering's page, which says nothing before there is an agenda", async () => {
    const gathering = `/gatherings/${about.gatheringId}`;
    expect((await visits.browser().get(gathering)).words).not.toContain("Agenda");
    await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 15 });
    const { words, html } = await visits.browser().get(gathering);
    expect(words).toMatch(/Agenda start Check in \+10 min Updates The whole agenda: 2 blocks, 25 minutes/);
    expect(html).toContain(`href="${path}"`);
  });

  test("shows the steps of a block's structure, with thanks to those who described it", async () => {
    const block = { title: "Ideas", minutes: 12, structure: "one-two-four-all" } as const;
    valueOf(await visits.cast.application.execute(addBlocks, { ...about, blocks: [block] }, byPerson(visits.ada)));
    const { words, html } = await visits.browser().get(path);
    expect(words).toContain("Put them together in twos (2 minutes, in groups of 2)");
    expect(html).toContain("https://www.liberatingstructures.com/1-1-2-4-all/");
  });
});

describe("writing the agenda", () => {
  const block = { title: "Check in", minutes: "10", structure: "round", purpose: "**How** are you?", notes: "yes" };

  test("adds a block, whose host may be anybody's name", async () => {
    const sent = await organiser().submit(`${path}/edit`, `${path}/edit`, { ...block, host: "Tess" });
    const [added] = await blocks();
    expect(sent).toMatchObject({ status: 303, location: `${path}/edit?done=changed#block-${added?.id}` });
    expect(added).toMatchObject({ title: "Check in", minutes: 10, structure: "round", notes: true, recording: false });
    const { html, words } = await visits.browser().get(path);
    expect(html).toContain("<strong>How</strong>");
    expect(words).toContain("Host: Tess");
  });

  test("says beside the field what to mend, and keeps what was typed", async () => {
    const sent = await organiser().submit(`${path}/edit`, `${path}/edit`, { ...block, minutes: "0", title: "" });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('id="field-minutes-fault"');
    expect(sent.html).toContain('id="field-title-fault"');
    expect(sent.html).toContain("**How** are you?</textarea>");
    expect(await blocks()).toEqual([]);
  });

  test("moves a block by a button that says what it moves, and comes back to it", async () => {
    const [, second = ""] = await add({ title: "One", minutes: 5 }, { title: "Two", minutes: 5 });
    expect((await organiser().get(`${path}/edit`)).html).toContain('aria-label="Move “Two” up"');
    const sent = await organiser().submit(`${path}/edit`, `${path}/order`, { up: second });
    expect(sent).toMatchObject({ status: 303, location: `${path}/edit?done=changed#block-${second}` });
    expect((await blocks()).map(({ title }) => title)).toEqual(["Two", "One"]);
  });

  test("changes and takes out a block on a page of its own", async () => {
    const [one = ""] = await add({ title: "One", minutes: 5 });
    const page = `${path}/blocks/${one}`;
    await organiser().submit(page, page, { ...block, title: "First", recording: "yes" });
    expect(await blocks()).toMatchObject([{ id: one, title: "First", recording: true }]);
    await organiser().submit(page, `${page}/removal`);
    expect(await blocks()).toEqual([]);
    expect((await organiser().get(page)).status).toBe(404);
  });

  test("of another gathering is not found by its id", async () => {
    const [one = ""] = await add({ title: "One", minutes: 5 });
    const itemId = await propose("Storage");
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const elsewhere = `/gatherings/${other.gatheringId}/agenda`;
    expect((await organiser().get(`${elsewhere}/blocks/${one}`)).status).toBe(404);
    expect((await organiser().get(`${elsewhere}/items/${itemId}`)).status).toBe(404);
    expect((await organiser().send(`${elsewhere}/edit`, `${elsewhere}/blocks/${one}/removal`)).status).toBe(404);
  });

  test("is closed to members and passers-by", async () => {
    const [one = ""] = await add({ title: "One", minutes: 5 });
    const itemId = await propose("Storage");
    for (const page of ["edit", "start", "import", `blocks/${one}`, `items/${itemId}`].map(
      (part) => `${path}/${part}`,
    )) {
      expect([page, (await visits.browser(visits.grace).get(page)).status]).toEqual([page, 403]);
      const fields = {
        title: "Mine",
        minutes: "5",
        structure: "round",
        template: "circle-meeting",
        decision: "take",
        text: "1500 [5 min] Mine",
      };
      expect([page, (await visits.browser(visits.grace).send(path, page, fields)).status]).toEqual([page, 403]);
      expect((await visits.browser().get(page)).location).toContain("/sign-in");
    }
    for (const part of ["order", "publication", "consent/asking", "consent/outcome", `blocks/${one}/removal`]) {
      expect((await visits.browser(visits.grace).send(path, `${path}/${part}`, { down: one })).status).toBe(403);
    }
    expect((await blocks()).map(({ title }) => title)).toEqual(["One"]);
  });
});

describe("beginning an agenda", () => {
  test("takes a template over, in the gathering's language", async () => {
    const sent = await organiser().submit(`${path}/start`, `${path}/start`, { template: "circle-meeting" });
    expect(sent).toMatchObject({ status: 303, location: `${path}/edit?done=changed` });
    expect((await blocks())[1]).toMatchObject({ title: "Check-in", notes: false, structure: "round" });
    expect(sumOf(await blocks())).toBe(90);
  });

  test("suggests a string for so many people and minutes, and takes it over", async () => {
    const asked = await organiser().get(`${path}/start?people=45&minutes=80`);
    expect(asked.words).toContain("For 45 people and 80 minutes");
    await organiser().submit(`${path}/start?people=45&minutes=80`, `${path}/start`, { people: "45", minutes: "80" });
    expect(sumOf(await blocks())).toBe(80);
    const odd = await organiser().get(`${path}/start?people=1&minutes=abc`);
    expect(odd.words).toContain("From 2 to 500 people, and from 10 to 480 minutes.");
  });

  test("shows what is understood of a text before anything is taken over", async () => {
    const text = "Call\n1500 [15 min] Check in [no notes]\n1515 [10 min] Updates\n- what is new?\nBacklog\n- the wiki";
    const read = await organiser().submit(`${path}/import`, `${path}/import`, { text, step: "read" });
    expect(read.status).toBe(200);
    expect(read.words).toMatch(/15 min Check in No notes are taken.*25 minutes in all.*Line 1: Call/);
    expect(read.html).toContain("1500 [15 min] Check in [no notes]");
    expect(await blocks()).toEqual([]);
    await organiser().submit(`${path}/import`, `${path}/import`, { text, step: "take" });
    expect(await blocks()).toMatchObject([
      { title: "Check in", minutes: 15, notes: false },
      { title: "Updates", minutes: 10, purpose: "- what is new?", notes: true },
    ]);
    const backlog = await backlogOf(visits.cast.application.read, visits.community);
    expect(backlog.at(-1)?.title).toBe("the wiki");
  });

  test("reads a text that comes as a file, and takes nothing over that was not shown", async () => {
    const file = new File(["1500 [15 min] Check in\n1515 [10 min] Updates"], "agenda.md");
    for (const step of ["read", "take"]) {
      const read = await organiser().submit(`${path}/import`, `${path}/import`, { text: "", step, "text.file": file });
      expect(read.words).toContain("25 minutes in all");
      expect(read.html).toContain("1515 [10 min] Updates</textarea>");
    }
    expect(await blocks()).toEqual([]);
  });

  test("asks for a text where there is none, and for one with times where there are none", async () => {
    const empty = await organiser().submit(`${path}/import`, `${path}/import`, { text: "", step: "read" });
    expect(empty.html).toMatch(/id="field-text-fault">Paste the text/);
    const prose = await organiser().submit(`${path}/import`, `${path}/import`, { text: "We meet.", step: "read" });
    expect(prose.words).toContain("No line begins with a time or says its minutes.");
  });
});

describe("what members do on the agenda's page", () => {
  test("proposes an item, which organisers decide about", async () => {
    const fields = { title: "How we pay for storage", minutes: "15", note: "" };
    const sent = await visits.browser(visits.grace).submit(path, `${path}/items`, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=proposed` });
    const [item] = await itemsOf(visits.cast.application.read, about.gatheringId, "proposed");
    const page = `${path}/items/${item?.id}`;
    const without = await organiser().submit(page, page, { decision: "decline", reason: "", minutes: "" });
    expect(without.html).toMatch(/id="field-reason-fault">Say why/);
    await organiser().submit(page, page, { decision: "take", reason: "", minutes: "20" });
    expect(await blocks()).toMatchObject([{ title: "How we pay for storage", minutes: 20 }]);
  });

  test("takes an item back, by a button that nobody else has", async () => {
    const fields = { title: "Too early", minutes: "15", note: "" };
    await visits.browser(visits.grace).submit(path, `${path}/items`, fields);
    const item = (await itemsOf(visits.cast.application.read, about.gatheringId, "proposed")).at(-1);
    const back = `${path}/items/${item?.id}/withdrawal`;
    expect((await organiser().get(path)).html).not.toContain(back);
    expect((await organiser().send(path, back, {})).status).not.toBe(303);
    const sent = await visits.browser(visits.grace).submit(path, back, {});
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=withdrawn` });
    expect((await visits.browser(visits.grace).get(path)).words).not.toContain("Too early");
    expect((await visits.browser(visits.grace).send(path, back, {})).status).toBe(404);
  });

  test("consents or objects, and reads where it stands", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const going = { ...about, answer: "going" } as const;
    valueOf(await visits.cast.application.execute(answerRsvp, going, byPerson(visits.grace)));
    await add({ title: "Check in", minutes: 60 });
    await organiser().submit(path, `${path}/consent/asking`);
    const grace = visits.browser(visits.grace);
    const unsaid = await grace.submit(path, `${path}/consent`, { version: "1", answer: "objection", reason: "" });
    expect(unsaid.html).toMatch(/id="field-reason-fault">Say why you object/);
    await grace.submit(path, `${path}/consent`, { version: "1", answer: "consent", reason: "" });
    expect((await visits.browser().get(path)).words).toContain("1 person consents, nobody objects.");
    await organiser().submit(path, `${path}/consent`, { version: "1", answer: "consent", reason: "" });
    await organiser().submit(path, `${path}/consent/outcome`);
    expect((await visits.browser().get(path)).words).toContain("Version 1 is consented to, by 2 people.");
  });
});

test("whatever is written into an agenda runs on no page of it", async () => {
  const alive = [
    /<script(?! type="" src="">)/i,
    /<(?:iframe|object|embed|img|style|base|svg onload)\b/i,
    /<[^>]*\son\w+\s*=/i,
  ];
  for (const text of hostileTexts.filter((_, place) => place % 9 === 0)) {
    const title = text.slice(0, 200).trim() || "empty";
    const one = { title, purpose: text.slice(0, 5000), minutes: 5, host: text.slice(0, 200) };
    valueOf(await visits.cast.application.execute(addBlocks, { ...about, blocks: [one] }, byPerson(visits.ada)));
    for (const page of [path, `${path}/edit`, `/gatherings/${about.gatheringId}`]) {
      const { status, html } = await organiser().get(page);
      expect(status).toBe(200);
      expect(html).not.toMatch(/(?:href|src|action)\s*=\s*"?\s*(?:javascript|data:text|vbscript)/i);
      const withoutValues = html.replaceAll(/="[^"]*"/g, '=""').replaceAll("<svg", "<g");
      for (const pattern of alive) expect(withoutValues).not.toMatch(pattern);
    }
    about = await visits.cast.gathering(visits.ada, visits.community);
    path = `/gatherings/${about.gatheringId}/agenda`;
  }
});
