import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringPost, type GatheringPost } from "../../../../testing/gathering-post.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import type { FormFields } from "../../../../testing/page-visits.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { blockHosts } from "../../../communities/commands/moderation/block-hosts.ts";
import { byPerson, pumpJobs } from "../../../../testing/test-application.ts";
import { askingJob } from "../../federation/outreach/asking-job.ts";
import type { FindContact } from "../../federation/outreach/find-contact.ts";
import type { OutreachLetter } from "../../notices/outreach-letter.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";

const letters: OutreachLetter[] = [];
let visits: GatheringVisits;
let post: GatheringPost;
let about: CastGathering;
let path: string;
let board: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
  post = openGatheringPost(visits.cast);
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
  board = `${path}/outreach`;
});
afterAll(() => visits.cast.close());

const ada = () => visits.browser(visits.ada);
const add = (list: string, filter: Readonly<Record<string, string>> = {}) =>
  ada().submit(board, board, { list, country: "", language: "", software: "", step: "add", ...filter });
const readList = (fields: FormFields) => ada().submit(board, board, { list: "", step: "read", ...fields });
/** What the page keeps of a list for the next step. */
const keptIn = (html: string) =>
  (/<textarea[^>]*name="list"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? "").trim().replaceAll("&quot;", '"');
const ask = async () => {
  await ada().submit(board, `${board}/asking`);
  const findContact: FindContact = async ({ address }) => {
    const uri = `https://${address}/users/contact`;
    return { ok: true, value: { uri, handle: `@contact@${address}`, host: address, language: "de" } };
  };
  const sendLetter = async (letter: OutreachLetter) => void letters.push(letter);
  await pumpJobs(visits.cast.application, [askingJob({ findContact, sendLetter })]);
};
const targets = () => targetsOf(visits.cast.application.read, about.gatheringId, { after: "", limit: 100 });

test("the balance of countries, languages and sizes stands there before anybody is asked", async () => {
  const sent = await add("allmende.example, de, DE, 480\ncomuna.example, es, ES, 60\nbaobab.example, fr, SN");
  expect(sent).toMatchObject({ status: 303, location: `${board}?done=added` });
  const { words } = await ada().get(board);
  expect(words).toContain("3 on the board");
  expect(words).toContain("Not asked: 3. Asked: 0.");
  expect(words).toMatch(/By country .*Germany 1/);
  expect(words).toMatch(/By size .*100 to 999 people 1 .*below 100 people 1/);
  expect(words).toContain("Ask all 3");
});

test("the board shows who was asked by whom and when, and what they answered", async () => {
  await add("allmende.example");
  await ask();
  const { words } = await ada().get(board);
  expect(words).toMatch(/allmende.example Asked Mon 1 Feb, 11:00 CET Ada .*at @contact@allmende.example/);
  await post.write(about, "@contact@allmende.example", "yes, two of us");
  const answered = await ada().get(board);
  expect(answered.words).toContain("yes, 2 of them");
  expect(answered.words).not.toContain("Ask 1 of them");
});

test("a list may be taken over in part, and what cannot be read is said beside it with all that was typed", async () => {
  await add("domain,country,software\nbida.example,IT,mastodon\nfjord.example,NO,mastodon", { country: "it" });
  expect((await targets()).map(({ address }) => address)).toEqual(["bida.example"]);
  const refused = await add("allmende.example\nnobody in particular");
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(
    /id="field-list-fault">This line is no instance, no handle and no e-mail address: nobody in particular/,
  );
  expect(refused.html).toContain("allmende.example\nnobody in particular</textarea>");
});

const directory = [
  "name;domain;country;status;languages",
  "Allmende;allmende.example;DE;active;de",
  '"Fjord; the";fjord.example;NO;active;en',
  "Twice;allmende.example;DE;active;de",
  "Gone;gone.example;FR;closed (2024);fr",
  "Later;;FR;planned;fr",
  "Nameless;;FR;active;fr",
  "Odd;not a domain;FR;active;fr",
  "Known;known.example;IT;active;it",
  "Evil;social.evil.example;IT;active;it",
].join("\n");

test("a list from a file is shown first, with each row that is skipped and why, and then taken over without asking anybody", async () => {
  await add("known.example");
  const blocked = { communityId: visits.community, blocks: [{ host: "evil.example", level: "block" }], reason: "spam" };
  valueOf(await visits.cast.application.execute(blockHosts, blocked, byPerson(visits.ada)));
  const shown = await readList({ "list.file": new File([directory], "directory.csv") });
  expect(shown.status).toBe(200);
  expect(shown.words).toContain("2 are taken over");
  expect(shown.words).toMatch(/allmende.example Allmende Germany German/);
  expect(shown.words).toContain("7 rows are skipped");
  for (const skipped of [
    "allmende.example · it is in the list twice",
    "Gone · it is closed",
    "Later · it is only planned",
    "Nameless · no domain is named for it",
    "not a domain, FR, active, fr · it is no instance",
    "known.example · it is on the board already",
    "social.evil.example · the community keeps its server out",
  ])
    expect(shown.words).toContain(skipped);
  expect((await targets()).map(({ address }) => address)).toEqual(["known.example"]);
  expect(await add(keptIn(shown.html))).toMatchObject({ status: 303, location: `${board}?done=added` });
  const listed = (await targets()).map(({ address, name, country, language, state }) => [
    address,
    name,
    country,
    language,
    state,
  ]);
  expect(listed.toSorted(([one], [other]) => String(one).localeCompare(String(other)))).toEqual([
    ["allmende.example", "Allmende", "DE", "de", "listed"],
    ["fjord.example", "Fjord; the", "NO", "en", "listed"],
    ["known.example", "", "", null, "listed"],
  ]);
});

test("a file that is chosen beside a list is shown first, whichever button is pressed", async () => {
  const sent = await readList({
    list: "typed.example",
    step: "add",
    "list.file": new File(["brought.example"], "l.txt"),
  });
  expect([sent.status, keptIn(sent.html)]).toEqual([200, "brought.example,,,,,"]);
  expect(await targets()).toEqual([]);
});

test("a list that brings nobody says so, and one that says nothing is refused", async () => {
  const none = await readList({ list: "nobody in particular" });
  expect(none.words).toContain("Nothing of this list can be put on the board.");
  expect(none.words).toContain("1 row is skipped nobody in particular · it is no instance");
  expect((await readList({ list: " " })).status).toBe(422);
});

test("a list of hundreds is shown in part and taken over whole", async () => {
  const shown = await readList({
    list: Array.from({ length: 300 }, (_one, place) => `i${place}.example, de, DE, 40`).join("\n"),
  });
  expect(shown.words).toContain("And 200 more.");
  expect(shown.html.length).toBeLessThan(60 * 1024);
  await add(keptIn(shown.html));
  expect(await targetsOf(visits.cast.application.read, about.gatheringId, { after: "", limit: 500 })).toHaveLength(300);
});

test("a target that is not asked can be taken off; one of another gathering's board cannot", async () => {
  await add("allmende.example");
  const [mine] = await targets();
  const other = await visits.cast.gathering(visits.ada, visits.community);
  const elsewhere = `/gatherings/${other.gatheringId}/outreach`;
  await ada().send(elsewhere, `${elsewhere}/${mine?.id ?? ""}/removal`);
  expect(await targets()).toHaveLength(1);
  await ada().submit(board, `${board}/${mine?.id ?? ""}/removal`);
  expect(await targets()).toEqual([]);
});

test("the board is closed to members and passers-by", async () => {
  await add("allmende.example");
  const grace = visits.browser(visits.grace);
  expect((await grace.get(board)).status).toBe(403);
  expect((await visits.browser().get(board)).location).toContain("/sign-in");
  for (const action of [board, `${board}/asking`])
    expect((await grace.send(path, action, { list: "b.example" })).status).toBe(403);
  expect((await targets()).map(({ state }) => state)).toEqual(["listed"]);
});

test("whoever has the link of an instance puts their name down without an account", async () => {
  await add("allmende.example");
  await ask();
  await post.write(about, "@contact@allmende.example", "yes");
  const link = /http[^<]*(\/gatherings\/[^<]*\/team\/[0-9a-f-]+)/.exec((await ada().get(board)).html)?.[1] ?? "";
  const passerBy = visits.browser();
  expect((await passerBy.get(link)).words).toContain("You come with allmende.example");
  const nameless = await passerBy.submit(link, link, { name: " " });
  expect(nameless.html).toContain('id="field-name-fault"');
  expect(await passerBy.submit(link, link, { name: "Yara" })).toMatchObject({ status: 303 });
  expect((await ada().get(board)).words).toContain("allmende.example Yara");
  const [target] = await targets();
  await ada().submit(board, `${board}/${target?.id ?? ""}/link-removal`);
  expect((await passerBy.get(link)).words).toContain("The link was taken back.");
  expect((await passerBy.get(`${path}/team/nonsense`)).status).toBe(404);
});

test("whoever is asked by letter answers by its link, changes the answer, and may say never again", async () => {
  await add("ana@mail.example, it");
  await ask();
  const letter = letters.at(-1);
  expect(letter).toMatchObject({ to: "ana@mail.example", subject: "Un invito a «First gathering»" });
  const link = /(\/gatherings\/\S+\/answer\/\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
  const passerBy = visits.browser();
  const unanswered = await passerBy.submit(link, link, { people: "2" });
  expect(unanswered.html).toContain('id="field-answer-fault"');
  expect(await passerBy.submit(link, link, { answer: "yes", people: "2" })).toMatchObject({ status: 303 });
  expect(await targets()).toMatchObject([{ kind: "email", state: "asked", answer: "yes", people: 2 }]);
  await passerBy.submit(link, link, { answer: "maybe", people: "2" });
  expect(await targets()).toMatchObject([{ answer: "maybe", people: 1 }]);
  await passerBy.submit(link, link, { answer: "never", people: "1" });
  expect(await targets()).toMatchObject([{ state: "opted-out", answer: undefined }]);
  expect((await passerBy.get(link)).status).toBe(404);

  about = await visits.cast.gathering(visits.ada, visits.community);
  [path, board] = [`/gatherings/${about.gatheringId}`, `/gatherings/${about.gatheringId}/outreach`];
  const before = letters.length;
  await add("ana@mail.example");
  await ask();
  expect(letters).toHaveLength(before);
});
