import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consentPlay, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { askForConsent } from "../../commands/consent/ask-for-consent.ts";
import { react } from "../../commands/consent/react.ts";
import { sayClear } from "../../commands/consent/say-clear.ts";
import { charterOf } from "../../store/charter/charter.read.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let community: CommunityId;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace);
  path = `/communities/${(await communityById(cast.application.read, community))?.handle}/charter`;
});
afterAll(() => cast.close());

const itself = { "matters.0.id": "charter", "matters.0.name": "This charter", "matters.0.way": "consent" };
const roles = {
  "matters.1.name": "Roles",
  "matters.1.way": "sociocratic-consent",
  "matters.1.asks": "stewards",
  "matters.1.days": "9",
};
const setCharter = (said: Readonly<Record<string, string>> = {}) =>
  cast.browser(ada, "Ada").submit(`${path}/new`, path, { ...itself, ...roles, ...said });
const matterId = async () => (await charterOf(cast.application.read, community))?.matters[1]?.id ?? "";

test("a matter by consent stands in the charter with its rules in words", async () => {
  expect((await cast.browser(ada, "Ada").get(`${path}/new`)).words).toContain("Where it is decided by consent");
  expect((await setCharter()).status).toBe(303);
  const { words } = await cast.browser().get(path);
  for (const sentence of [
    "Consent",
    "If at least 50 % answer, silence counts as consent.",
    "The stewards when it opened are asked.",
    "Everybody asked must answer; otherwise nothing is decided.",
    "9 days",
  ]) {
    expect(words).toContain(sentence);
  }
  const wrong = await cast.browser(ada, "Ada").get(`${path}.md`);
  expect(wrong.html).toContain("## Roles");
});

test("what does not go together keeps what was typed, and says what to mend beside the field", async () => {
  const sent = await setCharter({ "matters.1.share": "60 %", "matters.1.reactDays": "5" });
  expect(sent.status).toBe(422);
  expect(sent.words).toContain("This way asks for no share of those who agree.");
  expect(sent.html).toMatch(/name="matters.1.reactDays"[^>]*value="5"/);
});

test("a proposal about such a matter is drafted under its rules, which the form does not let go of", async () => {
  await setCharter();
  const thread = await cast.thread(ada, community);
  const browser = cast.browser(grace, "Grace");
  const form = `/threads/${thread}/consents/new?matter=${await matterId()}`;
  const counted = await browser.get(`/threads/${thread}/proposals/new?matter=${await matterId()}`);
  expect([counted.status, counted.location]).toEqual([303, form]);
  const page = await browser.get(form);
  expect(page.words).toContain("What is this about?");
  expect(page.words).toContain("Everybody asked must answer; otherwise nothing is decided.");
  expect(page.html).not.toContain('name="silence"');
  expect(page.html).not.toContain('name="electorate"');
  const said = {
    title: "A role for backups",
    text: "Jonas does it.",
    matter: await matterId(),
    silence: "not-present",
  };
  const sent = await browser.submit(form, `/threads/${thread}/consents`, said);
  const draft = (sent.location ?? "").split("?")[0] ?? "";
  const { words } = await browser.get(draft);
  expect(words).toContain("About: Roles · charter, version 1");
  expect(words).toContain("Everybody asked must answer");
  expect((await browser.get(`${draft}/draft`)).html).not.toContain('name="silence"');
});

test("the charter is amended by consent: its form asks for no closing time, and what it would say can be written anew", async () => {
  await setCharter();
  const browser = cast.browser(ada, "Ada");
  const form = await browser.get(`${path}/amendments/new`);
  expect(form.html).not.toContain('name="closesAt"');
  const matters = { ...itself, ...roles, "matters.1.id": await matterId() };
  const sent = await browser.submit(`${path}/amendments/new`, `${path}/amendments`, {
    ...matters,
    "matters.1.days": "12",
    title: "More time",
    text: "We forgot to look.",
    termMonths: "3",
  });
  const page = (sent.location ?? "").replace("?done=submitted", "");
  const about = { communityId: community, consentId: page.split("/").at(-1) ?? "" };
  const { words } = await cast.browser().get(page);
  expect(words).toContain("What would change in the charter");
  expect(words).toContain("About: This charter · charter, version 1");
  expect((await cast.browser().get(path)).words).toContain("Waiting for answers: More time");
  for (const person of [ada, grace]) valueOf(await play.act(person, sayClear, about, { answer: "clear" }));
  for (const person of [ada, grace]) valueOf(await play.act(person, react, about, { pass: "yes" }));
  for (const reader of [grace, stranger]) {
    expect((await cast.browser(reader).get(`${page}/amendment`)).status).toBe(404);
  }
  const unchanged = await browser.submit(`${page}/amendment`, `${page}/amendment`, matters);
  expect(unchanged.status).toBe(422);
  expect(unchanged.words).toContain("This is the charter as it stands.");
  const rewritten = { ...matters, "matters.1.days": "11", note: "Twelve were many." };
  const version = await browser.submit(`${page}/amendment`, `${page}/amendment`, rewritten);
  expect(version.location).toBe(`${page}?done=version`);
  expect((await cast.browser().get(page)).words).toContain("Twelve were many.");
  valueOf(await play.act(ada, askForConsent, about));
  for (const person of [ada, grace]) valueOf(await play.answer(person, about, "consent"));
  const amended = await cast.browser().get(path);
  expect(amended.words).toContain("Version 2, in force");
  expect(amended.html).toContain(`href="${page}"`);
  expect(amended.words).toContain("11");
  expect((await cast.browser().get(`${path}.json`)).html).toContain(page);
});

test("what a process would make of the charter is written by nobody else's hand", async () => {
  await setCharter();
  const about = await play.draft(grace, community);
  const own = `/consents/${about.consentId}/amendment`;
  expect((await cast.browser(grace, "Grace").get(own)).status).toBe(404);
  const { threadId } = await play.state(about);
  const sent = await cast.browser(grace, "Grace").send(`/threads/${threadId}`, own, { ...itself, opening: "Mine." });
  expect(sent.status).toBe(404);
});
