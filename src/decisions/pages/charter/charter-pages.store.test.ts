import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree, openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { charterOf } from "../../store/charter/charter.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let community: CommunityId;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
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

const itself = { "matters.0.id": "charter", "matters.0.name": "This charter", "matters.0.way": "two-thirds" };
const spending = { "matters.1.name": "Spending up to 200", "matters.1.way": "apache-lazy" };

const setCharter = (said: Readonly<Record<string, string>> = {}) =>
  cast.browser(ada, "Ada").submit(`${path}/new`, path, { ...itself, ...spending, ...said });
const matterId = async () => (await charterOf(cast.application.read, community))?.matters[1]?.id ?? "";

describe("the charter on the web", () => {
  test("is missing at first, and nothing is asked of newcomers", async () => {
    const { words } = await cast.browser(grace, "Grace").get(path);
    expect(words).toContain("This community has no charter yet.");
    const thread = await cast.thread(ada, community);
    const form = (await cast.browser(grace, "Grace").get(`/threads/${thread}/proposals/new`)).words;
    expect(form).not.toContain("What is this about?");
  });

  test("is set by a steward, and read by anybody with its rules in words", async () => {
    expect(await setCharter({ opening: "We are few." })).toMatchObject({ status: 303, location: `${path}?done=set` });
    const { words } = await cast.browser().get(path);
    for (const sentence of [
      "Version 1, in force",
      "We are few.",
      "Spending up to 200",
      "Lazy consensus, 72 hours",
      "A proposal is open for at least 3 days.",
      "At least 2/3 of those who take a side must agree.",
    ]) {
      expect(words).toContain(sentence);
    }
  });

  test("refused keeps what was typed, and says what to mend beside the field", async () => {
    const sent = await setCharter({ "matters.1.days": "1", opening: "Kept." });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Kept.");
    expect(sent.html).toContain("Spending up to 200");
    expect(sent.words).toContain("This way asks for at least 3 days.");
    expect(sent.html).toContain('href="#field-matters.1.days"');
  });

  test("is written first by no member, stranger or visitor", async () => {
    for (const reader of [cast.browser(grace, "Grace"), cast.browser(stranger, "Stranger")]) {
      expect((await reader.get(`${path}/new`)).status).toBe(403);
    }
    expect((await cast.browser().get(`${path}/new`)).status).toBe(303);
    const thread = `/threads/${await cast.thread(ada, community)}`;
    const asGrace = cast.browser(grace, "Grace").send(thread, path, { ...itself });
    expect((await asGrace).status).toBe(403);
    expect(await charterOf(cast.application.read, community)).toBeUndefined();
    await setCharter();
    expect((await cast.browser(stranger, "Stranger").get(`${path}/amendments/new`)).status).toBe(403);
    expect((await cast.browser().get(`${path}/amendments/new`)).status).toBe(303);
    const said = { title: "Mine", text: "Why.", closesAt: "2027-02-09T12:00", opening: "Mine.", ...itself };
    const amendment = cast.browser(stranger, "Stranger").send(thread, `${path}/amendments`, said);
    expect((await amendment).status).toBe(403);
    const again = cast.browser(ada, "Ada").send(thread, path, { ...itself, opening: "Mine." });
    expect((await again).words).toContain("There is a charter already. Propose an amendment.");
  });

  test("is amended from a form filled in with it, and the page says what would change and then what did", async () => {
    await setCharter({ opening: "We are few." });
    const form = await cast.browser(grace, "Grace").get(`${path}/amendments/new`);
    expect(form.html).toContain('value="Spending up to 200"');
    expect(form.html).toContain('value="2027-02-08T12:00"');
    const matters = { ...itself, ...spending, "matters.1.id": await matterId() };
    const said = { title: "We are many", text: "Since May.", closesAt: "2027-02-08T13:00", opening: "We are many." };
    const sent = await cast.browser(grace, "Grace").submit(`${path}/amendments/new`, `${path}/amendments`, {
      ...matters,
      ...said,
    });
    expect(sent.status).toBe(303);
    const proposal = (sent.location ?? "").replace("?done=proposed", "");
    const shown = await cast.browser().get(proposal);
    expect(shown.html).toMatch(/<del>few[^<]*<\/del><ins>many/);
    expect(shown.words).toContain("This charter · charter, version 1");
    const about = { communityId: community, proposalId: proposal.split("/").at(-1) ?? "" };
    await cast.answer(grace, about, agree);
    cast.clock.pass({ hours: 24 * 8 });
    await cast.pumpClock();
    expect((await cast.browser().get(path)).words).toContain("Version 2, in force");
    expect((await cast.browser().get(proposal)).words).toContain("It carried, and is in force.");
    const before = await cast.browser().get(`${path}/versions/1`);
    expect(before.words).toContain("Version 1, replaced since");
    expect((await cast.browser().get(`${path}/versions/3`)).status).toBe(404);
  });

  test("is taken along as Markdown and as JSON", async () => {
    await setCharter();
    const markdown = await cast.browser().get(`${path}.md`);
    expect(markdown.html).toContain("## Spending up to 200");
    const json: unknown = JSON.parse((await cast.browser().get(`${path}.json`)).html);
    expect(json).toMatchObject({ version: 1, decision: null, matters: [{ id: "charter" }, { way: "apache-lazy" }] });
  });
});

describe("a proposal about a matter", () => {
  test("takes its rules, which the form shows and does not let go of", async () => {
    await setCharter();
    const thread = await cast.thread(ada, community);
    const browser = cast.browser(grace, "Grace");
    const form = `/threads/${thread}/proposals/new?matter=${await matterId()}`;
    const page = await browser.get(form);
    expect(page.words).toContain("What is this about?");
    expect(page.words).toContain("Silence approves");
    expect(page.html).not.toContain('name="quorumPercent"');
    const about = { title: "A new kettle", matter: await matterId(), method: "lazy-consent" };
    const early = await browser.submit(form, `/threads/${thread}/proposals`, {
      ...about,
      closesAt: "2027-02-02T11:00",
    });
    expect(early.status).toBe(422);
    expect(early.words).toContain("These rules keep it open for at least 3 days.");
    expect(early.html).toContain("A new kettle");
    expect(early.html).toContain(`name="matter" value="${about.matter}"`);
    const sent = await browser.submit(form, `/threads/${thread}/proposals`, { ...about, closesAt: "2027-02-04T11:30" });
    const { words } = await cast.browser().get(sent.location ?? "");
    expect(words).toContain("About: Spending up to 200 · charter, version 1");
  });

  test("offers neither another way nor another list, nor to be closed before its rules allow it", async () => {
    await setCharter();
    const thread = await cast.thread(ada, community);
    const browser = cast.browser(ada, "Ada");
    const free = await browser.get(`/threads/${thread}/proposals/new`);
    expect(free.words).toContain("Decide in another way");
    expect(free.html).toContain('name="electorate"');
    const form = `/threads/${thread}/proposals/new?matter=${await matterId()}`;
    const bound = await browser.get(form);
    expect(bound.words).not.toContain("Decide in another way");
    expect(bound.words).not.toContain("Rules that communities live by");
    expect(bound.html).not.toContain('name="electorate"');
    const said = { title: "A new kettle", matter: await matterId(), method: "lazy-consent" };
    const sent = await browser.submit(form, `/threads/${thread}/proposals`, { ...said, closesAt: "2027-02-06T11:30" });
    const proposal = (sent.location ?? "").replace(/\?.*/, "");
    const early = await browser.get(proposal);
    expect(early.words).toContain("Its rules keep it open until");
    expect(early.words).not.toContain("Close now and count");
    cast.clock.pass({ hours: 24 * 3 });
    const late = await browser.get(proposal);
    expect(late.words).toContain("Close now and count");
    expect(late.words).not.toContain("Its rules keep it open until");
  });

  test("under a preset says whose rules they are, before anybody answers", async () => {
    const thread = await cast.thread(ada, community);
    const browser = cast.browser(grace, "Grace");
    const form = `/threads/${thread}/proposals/new?preset=socialcoop-bylaws`;
    expect((await browser.get(form)).words).toContain("These rules bind: they cannot be loosened in this form.");
    const said = { title: "Adopt them", preset: "socialcoop-bylaws", method: "stance", share: "1 %" };
    const sent = await browser.submit(form, `/threads/${thread}/proposals`, { ...said, closesAt: "2027-02-11T12:00" });
    const { words } = await cast.browser().get(sent.location ?? "");
    expect(words).toContain("Put under the rules “Three quarters, and no block unless 95 %”.");
    expect(words).toMatch(/At least 75\s%/);
  });
});
