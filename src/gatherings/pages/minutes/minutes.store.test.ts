import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { htmlFromMarkdown } from "../../../kernel/text/markdown.ts";
import { writeNotes } from "../../commands/notes/write-notes.ts";
import { minutesObjects } from "../../federation/minutes/objects.ts";

let visits: GatheringVisits;
let held: HeldGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  held = await holdGathering(visits.cast, visits.ada, visits.community, [visits.grace]);
  path = `/gatherings/${held.gatheringId}/minutes`;
});
afterAll(() => visits.cast.close());

const ada = () => visits.browser(visits.ada);
const grace = () => visits.browser(visits.grace);
const announce = () => ada().submit(path, `${path}/draft`);
const publish = async () => {
  await announce();
  visits.cast.clock.pass({ hours: 72 });
  await visits.cast.pumpClock();
};
/** The words of HTML in their order, without the tags. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .split(/\s+/)
    .filter((word) => word !== "");
const article = async () => {
  const route = minutesObjects.find((one) => one.path.endsWith("/minutes"));
  const values = { gathering: held.gatheringId };
  return (await route?.load(visits.cast.application, values, undefined)) as
    | { readonly content: string; readonly name: string; readonly contentMap: Readonly<Record<string, string>> }
    | undefined;
};
const textOfPage = (html: string) => /<div class="minutes-text"[^>]*>(.*)<\/div><\/div><\/main>/s.exec(html)?.[1] ?? "";

describe("published minutes", () => {
  test("say the same as page, post and file, word for word", async () => {
    await announce();
    await grace().submit(path, `${path}/name`, { answer: "named" });
    visits.cast.clock.pass({ hours: 72 });
    await visits.cast.pumpClock();
    await ada().submit(path, `${path}/errata`, { text: "It was *two* servers." });
    const page = wordsOf(textOfPage((await visits.browser().get(path)).html));
    const file = (await visits.browser().get(`${path}.md`)).html;
    const post = await article();
    expect(page.length).toBeGreaterThan(60);
    expect(wordsOf(post?.content ?? "")).toEqual(page);
    expect(wordsOf(htmlFromMarkdown(file))).toEqual(["Minutes:", "First", "gathering", ...page]);
    expect(page.join(" ")).toContain("Updates *from* circles");
    expect(page.join(" ")).toContain("It was two servers.");
    expect(page.join(" ")).toContain("Grace @grace@social.example");
  });

  test("are for everyone, at an address that stays, and the gathering leads there", async () => {
    await publish();
    const page = await visits.browser().get(path);
    expect(page.status).toBe(200);
    expect(page.words).toContain("2 people had said they would come, from 1 server");
    expect(page.html).toContain("<strong>share</strong>");
    expect(page.html).not.toContain("<inside>");
    const { words, html } = await visits.browser().get(`/gatherings/${held.gatheringId}`);
    expect(words).toContain("The minutes are published.");
    expect(html).toContain(`href="${path}"`);
    expect(await visits.browser().get(`${path}/note`)).toMatchObject({ status: 302, location: path });
  });

  test("have nothing of a block without notes, and neither has the database", async () => {
    const secret = "somebody wept";
    const input = { ...held, place: held.checkIn, version: 0, text: secret };
    await visits.cast.application.execute(writeNotes, input, byPerson(visits.ada));
    await publish();
    const everything = [
      (await ada().get(path)).html,
      (await ada().get(`${path}.md`)).html,
      JSON.stringify(await article()),
      await databaseDump(visits.cast.application.read),
    ];
    for (const text of everything) expect(text).not.toContain(secret);
  });

  test("come out in the languages that the organisers chose, with the foreword of each", async () => {
    const fields = { languages: ["it", "de"], "foreword-it": "Eccoci **qui**.", "foreword-de": "Da sind wir." };
    await ada().submit(`${path}/foreword`, `${path}/foreword`, fields);
    await publish();
    const post = await article();
    expect(Object.keys(post?.contentMap ?? {})).toEqual(["it", "de"]);
    expect(post?.contentMap["it"]).toContain("Eccoci <strong>qui</strong>.");
    expect(post?.contentMap["de"]).toContain("Da sind wir.");
    const page = await visits.browser().get(`${path}?language=de`);
    expect(page.html).toContain('class="minutes-text" lang="de"');
    expect(page.words).toContain("Vorwort Da sind wir.");
    expect((await visits.browser().get(`${path}.md?language=it`)).html).toContain("## Premessa");
  });
});

describe("the draft", () => {
  test("is the organisers' alone until they send it round, and then for those who take part", async () => {
    expect((await ada().get(path)).words).toContain("The draft is ready");
    expect((await grace().get(path)).status).toBe(403);
    expect((await grace().get(`${path}.md`)).status).toBe(403);
    expect((await visits.browser().get(path)).status).toBe(303);
    expect(await article()).toBeUndefined();
    await announce();
    expect((await grace().get(path)).words).toContain("Open for corrections");
    expect((await visits.browser(visits.emmy).get(path)).status).toBe(403);
    expect((await grace().get(`${path}/foreword`)).status).toBe(403);
    expect((await grace().get(`${path}/corrections`)).status).toBe(403);
  });

  test("is not there before the gathering was held", async () => {
    const idea = await visits.cast.gathering(visits.ada, visits.community);
    expect((await ada().get(`/gatherings/${idea.gatheringId}/minutes`)).status).toBe(404);
  });

  test("takes corrections, which organisers decide one by one", async () => {
    await announce();
    const empty = await grace().submit(path, `${path}/corrections`, { text: " " });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/id="field-text-fault">This is needed/);
    const sent = await grace().submit(path, `${path}/corrections`, { text: "Two servers, <i>not</i> one." });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=sent` });
    expect((await ada().get(path)).words).toContain("1 correction waits");
    const list = await ada().get(`${path}/corrections`);
    expect(list.words).toContain("Two servers, <i>not</i> one.");
    const action = /action="([^"]*\/corrections\/[^"]+)"/.exec(list.html)?.[1] ?? "";
    const unanswered = await ada().submit(`${path}/corrections`, action, { decision: "answered", answer: "" });
    expect(unanswered.html).toMatch(/id="field-answer-fault">Say why nothing changes/);
    expect(unanswered.html).toMatch(/value="answered"[^>]*checked/);
    const settled = await ada().submit(`${path}/corrections`, action, { decision: "printed", answer: "" });
    expect(settled).toMatchObject({ status: 303, location: `${path}/corrections?done=settled` });
    expect((await ada().get(path)).words).toContain("by somebody who took part Two servers");
  });

  test("asks whoever came whether to name them, and by itself does not", async () => {
    await announce();
    const page = await grace().get(path);
    expect(page.html).toMatch(/value="not-named"[^>]*checked/);
    expect(textOfPage(page.html)).not.toContain("Grace");
    await grace().submit(path, `${path}/name`, { answer: "named" });
    expect(textOfPage((await grace().get(path)).html)).toContain("Grace @grace@social.example");
  });

  test("cannot be published before the time for corrections is over", async () => {
    await announce();
    const sent = await ada().send(path, `${path}/publication`);
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("publishing is possible from then on");
  });
});
