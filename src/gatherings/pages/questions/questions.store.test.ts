import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { volunteerForRole } from "../../commands/roles/volunteer-for-role.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits({ codeOfConduct: { en: "Let others finish." } });
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
  await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
});
afterAll(() => visits.cast.close());

const all = ["languages", "access", "recording", "introduction", "exchange", "conduct"];
const choose = (questions: readonly string[]) =>
  visits.browser(visits.ada).submit(`${path}/questions/choice`, `${path}/questions/choice`, { questions });
const comes = (person: typeof visits.ada) =>
  visits.browser(person).submit(path, `${path}/rsvp`, { answer: "going", people: "1" });

test("who comes is led to the questions, and the page promises when the answers are deleted", async () => {
  expect(await choose(all)).toMatchObject({ status: 303, location: `${path}?done=questions` });
  await comes(visits.grace);
  const grace = visits.browser(visits.grace);
  expect((await grace.get(path)).html).toContain(`href="${path}/questions"`);
  const { words } = await grace.get(`${path}/questions`);
  expect(words).toContain("All of it is deleted 30 days after the gathering");
  expect((await visits.browser(visits.emmy).get(path)).html).not.toContain(`href="${path}/questions"`);
});

test("nothing is said of questions where nothing is asked", async () => {
  await comes(visits.grace);
  expect((await visits.browser(visits.grace).get(path)).html).not.toContain(`${path}/questions"`);
});

test("answers are kept and shown again to whoever gave them", async () => {
  await choose(all);
  await comes(visits.grace);
  const grace = visits.browser(visits.grace);
  const fields = {
    languages: ["en", "de"],
    moreLanguages: "Catalan",
    recording: "no",
    introduction: "I mend servers.",
  };
  const more = { captions: "yes", signLanguage: "BSL", other: "Breaks", brings: "Tools", seeks: "Friends" };
  const form = await grace.get(`${path}/questions`);
  const conductRead = /name="conductRead" value="([0-9a-f]{64})"/.exec(form.html)?.[1] ?? "";
  const accepts = { acceptsConduct: "yes", conductRead };
  const sent = await grace.submit(`${path}/questions`, `${path}/questions`, { ...fields, ...more, ...accepts });
  expect(sent).toMatchObject({ status: 303, location: `${path}/questions?done=answered` });
  const { html, words } = await grace.get(`${path}/questions`);
  expect(html).toContain("I mend servers.");
  expect(html).toMatch(/value="Catalan"/);
  expect(words).toContain("You have accepted the code of conduct of this community.");
});

test("a language nobody knows is refused beside its field, with all that was typed", async () => {
  await choose(all);
  await comes(visits.grace);
  const sent = await visits.browser(visits.grace).submit(`${path}/questions`, `${path}/questions`, {
    moreLanguages: "Klingonish",
    introduction: "I mend servers.",
  });
  expect(sent.status).toBe(422);
  expect(sent.html).toMatch(/id="field-moreLanguages-fault">One of these languages is not known/);
  expect(sent.html).toContain("I mend servers.");
});

test("organisers read numbers and introductions, and nobody's access needs or refusal of a recording", async () => {
  await choose(all);
  await comes(visits.grace);
  const fields = {
    languages: ["en"],
    recording: "no",
    introduction: "I mend servers.",
    captions: "yes",
    other: "Breaks",
  };
  await visits.browser(visits.grace).submit(`${path}/questions`, `${path}/questions`, fields);
  const { words } = await visits.browser(visits.ada).get(`${path}/questions/answers`);
  expect(words).toContain("1 person has answered");
  expect(words).toContain("Not everyone agrees to a recording");
  expect(words).toContain("Captions 1");
  expect(words).toContain("I mend servers.");
  expect(words).not.toContain("Breaks");
});

test("only stewards set how long answers are kept, and only organisers see what was answered", async () => {
  const form = `${path}/questions/choice`;
  const sent = await visits.browser(visits.ada).submit(form, `${path}/questions/keeping`, { days: "7" });
  expect(sent).toMatchObject({ status: 303, location: `${form}?done=kept` });
  expect((await visits.browser(visits.ada).get(form)).words).toContain("deleted 7 days after a gathering");
  const wrong = await visits.browser(visits.ada).submit(form, `${path}/questions/keeping`, { days: "0" });
  expect(wrong.html).toContain('id="field-days-fault"');
  for (const page of [form, `${path}/questions/answers`]) {
    expect((await visits.browser(visits.grace).get(page)).status).toBe(403);
    expect((await visits.browser().get(page)).location).toContain("/sign-in");
  }
  const stolen = await visits.browser(visits.grace).send(path, `${path}/questions/keeping`, { days: "365" });
  expect(stolen.status).not.toBe(303);
});

test("the access steward reads what people need, and nobody else does", async () => {
  await choose(all);
  await comes(visits.grace);
  const grace = visits.browser(visits.grace);
  await grace.submit(`${path}/questions`, `${path}/questions`, { signLanguage: "BSL", other: "<Breaks>" });
  const page = `${path}/questions/access`;
  expect((await visits.browser(visits.ada).get(page)).status).toBe(403);
  const role = { ...about, role: "access-steward" } as const;
  const { execute } = visits.cast.application;
  valueOf(await execute(joinInterestList, about, byPerson(visits.emmy)));
  valueOf(await execute(offerRole, { ...role, personId: visits.emmy }, byPerson(visits.ada)));
  expect((await visits.browser(visits.emmy).get(page)).status).toBe(403);
  valueOf(await execute(volunteerForRole, role, byPerson(visits.emmy)));
  const { status, html } = await visits.browser(visits.emmy).get(page);
  expect(status).toBe(200);
  expect(html).toContain("&lt;Breaks&gt;");
  expect((await visits.browser(visits.emmy).get(`${path}/roles`)).html).toContain(`href="${page}"`);
  expect((await visits.browser(visits.grace).get(page)).status).toBe(403);
});
