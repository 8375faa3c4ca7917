import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { postsOf } from "../../store/threads/threads.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let stranger: PersonId;
let community: CommunityId;
let thread: string;
let post: string;

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
  const id = await cast.thread(grace, community, { text: "We meet today." });
  thread = `/threads/${id}`;
  const [first] = await postsOf(cast.application.read, id, { from: 0, limit: 1 });
  post = `/posts/${first?.id ?? ""}`;
});
afterAll(() => cast.close());

describe("a post on the web", () => {
  test("is changed by its author, and everybody can read what changed", async () => {
    const browser = cast.browser(grace, "Grace");
    cast.clock.pass({ hours: 1 });
    const sent = await browser.submit(`${post}/edit`, `${post}/versions`, { text: "We meet at noon." });
    expect(sent).toMatchObject({ status: 303, location: `${post}?done=post-edited` });
    const visitor = cast.browser();
    expect((await visitor.get(thread)).words).toContain("edited");
    const { html } = await visitor.get(`${post}/versions`);
    expect(html).toContain("<del>today.</del><ins>at noon.</ins>");
    expect((await visitor.get(`${post}/versions?version=1`)).words).toContain("We meet today.");
  });

  test("that is emptied while changing it is refused and keeps standing", async () => {
    const sent = await cast.browser(grace, "Grace").submit(`${post}/edit`, `${post}/versions`, { text: " " });
    expect(sent.status).toBe(422);
    expect((await cast.browser().get(thread)).words).toContain("We meet today.");
  });

  test("is gone from every page once it was taken back", async () => {
    const browser = cast.browser(grace, "Grace");
    await browser.submit(`${post}/edit`, `${post}/versions`, { text: "Quillet." });
    await browser.submit(`${post}/edit`, `${post}/taking-back`);
    const { words } = await cast.browser().get(thread);
    expect(words).toContain("This post was taken back.");
    expect(words).not.toContain("Quillet");
    expect((await cast.browser().get(`${post}/versions`)).status).toBe(404);
  });

  test("is removed by a steward with a reason, and a reason is asked for", async () => {
    const browser = cast.browser(ada, "Ada");
    expect((await browser.submit(`${post}/removal`, `${post}/removal`)).status).toBe(422);
    const sent = await browser.submit(`${post}/removal`, `${post}/removal`, { reason: "It names a person." });
    expect(sent.location).toBe(`${post}?done=post-removed`);
    expect((await cast.browser().get(thread)).words).toContain("A steward removed this post: It names a person.");
  });

  test("is changed and removed by nobody who may not", async () => {
    const statuses = async (path: string) =>
      Promise.all(
        [ada, grace, stranger, undefined].map(async (who) => (await cast.browser(who).get(`${post}/${path}`)).status),
      );
    expect(await statuses("edit")).toEqual([403, 200, 403, 303]);
    expect(await statuses("removal")).toEqual([200, 403, 403, 303]);
    const forged = await cast.browser(stranger).send(thread, `${post}/taking-back`);
    expect(forged.status).toBe(403);
    expect((await cast.browser(grace).send(thread, `${post}/removal`, { reason: "No." })).status).toBe(403);
  });

  test("is reported to the stewards by whoever reads it, with its address filled in", async () => {
    const { html } = await cast.browser(stranger, "Stranger").get(thread);
    expect(html).toMatch(/href="\/communities\/[a-z0-9_]+\/report\?about=https%3A%2F%2Fgather\.example%2Fposts%2F/);
  });
});

describe("a thread on the web", () => {
  test("is closed with a reason, says so, and is reopened", async () => {
    const browser = cast.browser(grace, "Grace");
    expect((await browser.submit(`${thread}/care`, `${thread}/closure`)).status).toBe(422);
    await browser.submit(`${thread}/care`, `${thread}/closure`, { reason: "It is settled." });
    expect((await cast.browser(ada).get(thread)).words).toContain("It was closed: It is settled.");
    await cast.browser(ada).submit(`${thread}/care`, `${thread}/reopening`, { reason: "There is news." });
    const { words } = await cast.browser(ada).get(thread);
    expect(words).toContain("Write in this thread");
    expect(words).toContain("There is news.");
  });

  test("is listed under its tags, and pinned above the others", async () => {
    const handle = /\/communities\/[a-z0-9_]+/.exec((await cast.browser().get(thread)).html)?.[0] ?? "";
    await cast.browser(grace).submit(`${thread}/care`, `${thread}/tags`, { tags: "Money" });
    await cast.browser(ada).submit(`${thread}/care`, `${thread}/pin`, { pinned: "yes" });
    await cast.thread(ada, community, { title: "Another matter" });
    const list = await cast.browser().get(`${handle}/threads`);
    expect(list.words).toMatch(/Pinned A shared moderator .* Last written in/);
    const tagged = await cast.browser().get(`${handle}/threads?tag=money`);
    expect(tagged.words).toContain("A shared moderator");
    expect(tagged.words).not.toContain("Another matter");
  });

  test("is looked after by its opener and stewards, and nobody else", async () => {
    const statuses = await Promise.all(
      [ada, grace, stranger, undefined].map(async (who) => (await cast.browser(who).get(`${thread}/care`)).status),
    );
    expect(statuses).toEqual([200, 200, 403, 303]);
  });
});
