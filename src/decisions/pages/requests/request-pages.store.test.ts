import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;
let handle: string;
let thread: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  handle = (await communityById(cast.application.read, community))?.handle ?? "";
  thread = await cast.thread(ada, community);
});
afterAll(() => cast.close());

/** Grace drafts a request; gives its path. */
async function drafted(said: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = `/threads/${thread}/requests`;
  const words = { title: "Shared words", text: "We say instance.", ...said };
  const sent = await cast.browser(grace, "Grace").submit(`${path}/new`, path, words);
  return (sent.location ?? "").replace("?done=drafted", "");
}

const move = (path: string, to: string, person = grace) =>
  cast.browser(person, "Somebody").submit(path, `${path}/moves`, { to });

describe("a request for comments on the web", () => {
  test("is reached from the ways to decide, and shows where it stands and its number", async () => {
    const ways = await cast.browser(grace, "Grace").get(`/threads/${thread}/proposals/new`);
    expect(ways.html).toContain(`href="/threads/${thread}/requests/new?preset=request-for-comments"`);
    const path = await drafted();
    await move(path, "comments");
    const { words, html } = await cast.browser().get(path);
    expect(words).toContain("RFC 1");
    expect(words).toContain("We say instance.");
    expect(html).toContain(`href="/threads/${thread}#act"`);
    const numbered = await cast.browser().get(`/communities/${handle}/requests/1`);
    expect(numbered).toMatchObject({ status: 303, location: path });
  });

  test("shows each version, and what it changed", async () => {
    const path = await drafted();
    const edit = { title: "Shared words", text: "We say server.", note: "Shorter." };
    await cast.browser(grace, "Grace").submit(`${path}/edit`, `${path}/versions`, edit);
    const { html, words } = await cast.browser().get(path);
    expect(html).toMatch(/<del>instance[^<]*<\/del><ins>server/);
    expect(words).toContain("Shorter.");
    const first = await cast.browser().get(`${path}?version=1`);
    expect(first.words).toContain("You read version 1, which is not the newest.");
    expect(first.words).toContain("We say instance.");
  });

  test("is listed by state, what waits for words first", async () => {
    const [one, two] = [await drafted({ title: "Drafted one" }), await drafted({ title: "Called one" })];
    await move(two, "comments");
    await move(two, "last-call");
    const { words } = await cast.browser().get(`/communities/${handle}/requests`);
    expect(words.indexOf("Called one")).toBeLessThan(words.indexOf("Drafted one"));
    const drafts = await cast.browser().get(`/communities/${handle}/requests?state=draft`);
    expect(drafts.words).toContain("Drafted one");
    expect(drafts.words).not.toContain("Called one");
    expect((await cast.browser().get(one)).words).toContain("Its author still writes it.");
  });

  test("is written and moved by its author and stewards, and by nobody else", async () => {
    const path = await drafted();
    for (const person of [emmy, stranger]) {
      const sent = cast.browser(person, "Somebody").send(`/threads/${thread}`, `${path}/moves`, { to: "comments" });
      expect((await sent).status).toBe(403);
    }
    expect((await cast.browser(emmy, "Emmy").get(`${path}/edit`)).status).toBe(404);
    expect((await cast.browser(emmy, "Emmy").get(path)).html).not.toContain(`${path}/moves`);
    expect((await move(path, "comments", ada)).status).toBe(303);
  });

  test("that cannot move says why, and until when", async () => {
    const path = await drafted();
    await move(path, "comments");
    await move(path, "last-call");
    const early = await move(path, "final");
    expect(early.status).toBe(422);
    expect(early.words).toContain("The last call runs until");
  });

  test("refused keeps what was typed", async () => {
    const path = `/threads/${thread}/requests`;
    const words = { title: "Shared words", text: "Kept words.", supersedes: "9" };
    const sent = await cast.browser(grace, "Grace").submit(`${path}/new`, path, words);
    expect(sent.status).toBe(422);
    expect(sent.html).toContain("Kept words.");
    expect(sent.words).toContain("There is no final RFC of this number here.");
  });

  test("among members is shown to members alone, in the list too", async () => {
    thread = await cast.thread(ada, community, { audience: "members" });
    const path = await drafted({ title: "Among us" });
    expect((await cast.browser().get(path)).status).toBe(303);
    expect((await cast.browser(stranger, "Stranger").get(path)).status).toBe(403);
    const list = `/communities/${handle}/requests`;
    expect((await cast.browser(stranger, "Stranger").get(list)).words).not.toContain("Among us");
    expect((await cast.browser(emmy, "Emmy").get(list)).words).toContain("Among us");
  });
});

test("choosing sociocratic consent leads to its form, filled in", async () => {
  const { html } = await cast.browser(grace, "Grace").get(`/threads/${thread}/consents/new?preset=sociocratic-consent`);
  expect(html).toMatch(/value="needs-all"[^>]*checked/);
  expect(html).toMatch(/name="termMonths"[^>]*value="12"/);
});
