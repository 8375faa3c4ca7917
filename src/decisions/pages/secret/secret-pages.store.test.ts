import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import type { Browser, Visited } from "../../../../testing/page-visits.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { writePublishedFile, type PublishedFile } from "../../model/recount/published-file.ts";
import { recount } from "../../model/recount/recount.ts";
import { stanceRules } from "../../methods/stance/rules.ts";

let cast: DecisionCast;
let people: PersonId[];
let community: CommunityId;
let about: CastProposal;
let path: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  people = [];
  for (const name of ["Ada", "Grace", "Mary", "Edith", "Hedy"]) people.push(await cast.person(name));
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(person(0));
  for (const each of people.slice(1)) await cast.join(community, each);
  await open({});
});
afterAll(() => cast.close());

async function open(said: Readonly<Record<string, unknown>>): Promise<void> {
  about = await cast.proposal(person(0), community, { secrecy: "secret", ...said });
  path = `/proposals/${about.proposalId}`;
}

function person(place: number): PersonId {
  const found = people[place];
  if (found === undefined) throw new Error(`nobody has place ${place}`);
  return found;
}

/** Somebody votes as a browser without scripts does: with the code that the page brought. */
async function vote(browser: Browser, choice: string, more: Readonly<Record<string, string>> = {}): Promise<Visited> {
  const code = /name="code" value="([0-9a-f]{32})"/.exec((await browser.get(path)).html)?.[1] ?? "";
  return browser.submit(path, `${path}/secret-ballot`, { choice, code, ...more });
}

function codeIn(page: Visited): string {
  return /(?:[0-9a-f]{4}-){7}[0-9a-f]{4}/.exec(page.words)?.[0] ?? "";
}

async function voteAll(choices: readonly string[]): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const [place, choice] of choices.entries()) codes.push(codeIn(await vote(cast.browser(person(place)), choice)));
  return codes;
}

async function close(): Promise<void> {
  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
}

describe("a secret vote on the web", () => {
  test("says before anybody answers what is promised, and who could look all the same", async () => {
    const { words, html } = await cast.browser(person(1), "Grace").get(path);
    expect(words).toContain("Other members cannot see your ballot");
    expect(words).toContain("Whoever controls this server while people vote, or has copies of its disk from that time");
    expect(words).toContain("If all ballots say the same, everybody knows what each person said.");
    expect(words).not.toMatch(/anonymous|unhackable|blockchain/i);
    expect(html).not.toContain("koinon-draft");
  });

  test("shows a code once, and then only that one has voted", async () => {
    const browser = cast.browser(person(1), "Grace");
    const receipt = await vote(browser, "0");
    expect(receipt.status).toBe(200);
    expect(receipt.headers.get("Cache-Control")).toContain("no-store");
    expect(codeIn(receipt)).not.toBe("");
    expect(codeIn(await browser.sendAgain())).toBe(codeIn(receipt));
    const { words } = await browser.get(path);
    expect(words).toContain("You have voted.");
    expect(words).not.toContain(codeIn(receipt));
  });

  test("gives no code to whoever wants none", async () => {
    const receipt = await vote(cast.browser(person(1), "Grace"), "0", { "no-receipt": "yes" });
    expect(receipt.words).toContain("You wanted no code");
    expect(codeIn(receipt)).toBe("");
  });

  test("keeps the code when there is something to mend", async () => {
    const browser = cast.browser(person(1), "Grace");
    const again = await vote(browser, "", { code: "ab".repeat(16) });
    expect(again.status).toBe(422);
    expect(again.html).toContain(`value="${"ab".repeat(16)}"`);
  });

  test("is for those on the list: a visitor signs in first, and nothing they sent is kept", async () => {
    const action = `${path}/secret-ballot`;
    const visitor = cast.browser();
    expect((await visitor.get(path)).html).not.toContain(`action="${action}"`);
    const sent = await visitor.send(`${path}/secret-ballot`, action, { choice: "3", code: "cd".repeat(16) });
    expect(sent.status).toBe(401);
    expect(await databaseDump(cast.application.read)).not.toContain("cdcdcd");
    const stranger = cast.browser(await cast.person("Stranger"), "Stranger");
    const refused = await stranger.send(`${path}/secret-ballot`, action, { choice: "3", code: "cd".repeat(16) });
    expect(refused.status).toBe(403);
  });

  test("is changed by whoever quotes the code, even a visitor", async () => {
    const codes = await voteAll(["0", "0", "0", "0", "0"]);
    const change = `${path}/secret-ballot`;
    const visitor = cast.browser();
    const unknown = await visitor.submit(change, `${change}/replacement`, { code: "ef".repeat(16), choice: "3" });
    expect(unknown.status).toBe(422);
    expect(unknown.words).toContain("No ballot in this box has this code.");
    const sent = await visitor.submit(change, `${change}/replacement`, { code: codes[1] ?? "", choice: "3" });
    expect(sent).toMatchObject({ status: 303, location: `${change}?done=replaced` });
    await close();
    const found = await visitor.submit(`${path}/ballots`, `${path}/ballots/found`, { code: codes[1] ?? "" });
    expect(found.words).toContain("Your ballot is in the list. It says: Block");
  });

  test("publishes the ballots after closing, and anybody counts them again", async () => {
    await voteAll(["0", "0", "0", "2", "1"]);
    expect((await cast.browser().get(`${path}/ballots`)).status).toBe(404);
    await close();
    const visitor = cast.browser();
    expect((await visitor.get(path)).html).toContain("<koinon-recount");
    const file = JSON.parse((await visitor.get(`${path}/ballots.json`)).html) as PublishedFile;
    expect(file.ballots).toHaveLength(5);
    expect(recount(stanceRules, file)).toBe("same");
    const [first, ...rest] = file.ballots;
    const flipped = [{ ...first, ballot: { choice: 3 }, count: 1 }, ...rest];
    const other = JSON.parse(writePublishedFile({ ...file, ballots: flipped })) as PublishedFile;
    expect(recount(stanceRules, other)).toBe("other-count");
    const rows = (await visitor.get(`${path}/ballots.csv`)).html.trim().split("\r\n");
    expect(rows).toHaveLength(6);
    expect(rows.slice(1)).toEqual(rows.slice(1).toSorted());
  });

  test("among a few tells the decision alone", async () => {
    await voteAll(["0", "0", "0"]);
    await close();
    const { words } = await cast.browser(person(0), "Ada").get(path);
    expect(words).toContain("The proposal carries.");
    expect(words).toContain("There are fewer than 5 ballots, so neither the count nor the ballots are shown.");
    expect(words).not.toContain("Agree");
    expect((await cast.browser().get(`${path}/ballots.json`)).status).toBe(404);
    expect((await cast.browser().get(`${path}/ballots`)).words).toContain("They are not published");
  });

  test("says so when all ballots say the same", async () => {
    await voteAll(["0", "0", "0", "0", "0"]);
    await close();
    const { words } = await cast.browser().get(path);
    expect(words).toContain("All ballots say the same, so everybody knows what each person said.");
  });

  test("lists who took part only where its rules say so, and only after closing", async () => {
    await voteAll(["0", "0", "0", "0", "2"]);
    await close();
    expect((await cast.browser(person(0), "Ada").get(`${path}/ballots`)).words).not.toContain("Hedy");
    cast.clock.set("2027-02-01T10:00:00Z");
    await open({ turnout: "listed" });
    await voteAll(["0", "0", "0", "0", "2"]);
    await close();
    const { words } = await cast.browser(person(0), "Ada").get(`${path}/ballots`);
    expect(words).toContain("In no order of time.");
    expect(words).toContain("Hedy");
  });
});

describe("the ballots of an open vote", () => {
  test("are published without names for a recount", async () => {
    await open({ secrecy: "open" });
    await cast.answer(person(1), about, { choice: 0 }, "Because.");
    await cast.answer(person(2), about, { choice: 2 });
    await close();
    const text = (await cast.browser().get(`${path}/ballots.json`)).html;
    expect(recount(stanceRules, JSON.parse(text) as PublishedFile)).toBe("same");
    for (const name of ["Grace", "Mary", "Because", person(1)]) expect(text).not.toContain(name);
    expect((await cast.browser().get(`${path}/ballots`)).words).toContain("Agree 1");
  });

  test("are shown to members alone where the thread is among them", async () => {
    const threadId = await cast.thread(person(0), community, { audience: "members" });
    await open({ secrecy: "open", threadId });
    await cast.answer(person(1), about, { choice: 0 });
    await close();
    expect((await cast.browser().get(`${path}/ballots.json`)).status).toBe(303);
    expect((await cast.browser(person(2), "Mary").get(`${path}/ballots.json`)).status).toBe(200);
  });
});
