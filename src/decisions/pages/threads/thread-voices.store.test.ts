import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { closeThread } from "../../commands/threads/close-thread.ts";
import { react } from "../../commands/threads/react.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { carryPerson, forgetWritten } from "../../store/people.write.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { postsOf } from "../../store/threads/threads.read.ts";
import { reactionCountsOf } from "../../store/threads/voices.read.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let communityId: CommunityId;
let threadId: string;
let first: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
  threadId = await cast.thread(ada, communityId);
  const [post] = await postsOf(cast.application.read, threadId, { from: 0, limit: 1 });
  first = post?.id ?? "";
});
afterAll(() => cast.close());

const write = async (author: PersonId, text: string, parentId = "") =>
  valueOf(await cast.application.execute(writePost, { communityId, threadId, text, parentId }, byPerson(author)))
    .postId;
const reacting = (person: PersonId, kind: "thanks" | "seen") =>
  cast.application.execute(react, { communityId, threadId, postId: first, kind }, byPerson(person));
const counts = async () => (await reactionCountsOf(cast.application.read, [first])).get(first);

describe("a reaction", () => {
  test("is given and taken back on the web, and shown with its word and who gave it", async () => {
    const browser = cast.browser(grace, "Grace");
    const page = `/posts/${first}/reactions`;
    const sent = await browser.submit(page, page, { kind: "thanks" });
    expect(sent.location).toBe(`/posts/${first}?done=reacted`);
    const visitor = cast.browser();
    expect((await visitor.get(`/threads/${threadId}`)).words).toMatch(/Thanks 1/);
    expect((await visitor.get(page)).words).toContain("Thanks · Grace");
    await browser.submit(page, page, { back: "thanks" });
    expect((await visitor.get(page)).words).toContain("Nobody has yet.");
  });

  test("is one of a closed list, and is not agreement", async () => {
    const page = `/posts/${first}/reactions`;
    expect((await cast.browser(grace, "Grace").submit(page, page, { kind: "agree" })).status).toBe(422);
    expect(await counts()).toBeUndefined();
  });

  test("counts once for each person and kind, and not at all in a closed thread", async () => {
    valueOf(await reacting(grace, "thanks"));
    valueOf(await reacting(grace, "thanks"));
    valueOf(await reacting(grace, "seen"));
    valueOf(await reacting(emmy, "seen"));
    expect(await counts()).toEqual([
      { kind: "thanks", count: 1 },
      { kind: "seen", count: 2 },
    ]);
    valueOf(await cast.application.execute(closeThread, { communityId, threadId, reason: "Over." }, byPerson(ada)));
    expect(await reacting(ada, "seen")).toMatchObject({ refusal: { kind: "thread-closed" } });
  });

  test("is taken along, joined once, and gone with its person", async () => {
    valueOf(await reacting(grace, "seen"));
    valueOf(await reacting(emmy, "seen"));
    expect(await keptOfPerson(cast.application.read, grace)).toMatchObject({
      reactions: expect.arrayContaining([expect.objectContaining({ post: first, kind: "seen" })]) as unknown,
    });
    await cast.application.database.write((transaction) => carryPerson(transaction, grace, emmy));
    expect(await counts()).toEqual([{ kind: "seen", count: 1 }]);
    await cast.application.database.write((transaction) => forgetWritten(transaction, grace, cast.clock.now()));
    expect(await counts()).toBeUndefined();
    expect(await keptOfPerson(cast.application.read, grace)).toMatchObject({ reactions: [], threadsFollowed: [] });
  });
});

describe("the order of posts", () => {
  test("is as they came, or with answers below what they answer, by the address", async () => {
    const one = await write(grace, "Post-one", first);
    await write(emmy, "Post-two", first);
    await write(emmy, "Post-three", one);
    const order = async (address: string) =>
      Array.from((await cast.browser().get(address)).words.matchAll(/Post-(\w+)/g), ([, word]) => word);
    expect(await order(`/threads/${threadId}`)).toEqual(["one", "two", "three"]);
    expect(await order(`/threads/${threadId}?order=nested`)).toEqual(["one", "three", "two"]);
    const { html } = await cast.browser(grace, "Grace").get(`/threads/${threadId}?order=nested`);
    expect(html).toContain('data-depth="1"');
    expect(html).toMatch(/\?order=nested&amp;answer=[0-9a-f-]{36}#act/);
  });

  test("leads to every post on one page or another, nested as well", async () => {
    for (let place = 1; place < 60; place++) await write(grace, `Post-${place}x`, first);
    const browser = cast.browser();
    const page = await browser.get(`/threads/${threadId}?order=nested`);
    const next = /href="([^"]*after=[^"]*)" rel="next"/.exec(page.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const both = page.words + (await browser.get(next)).words;
    for (let place = 1; place < 60; place++) expect(both).toContain(`Post-${place}x`);
  });
});

describe("what somebody hears of a thread", () => {
  test("is chosen on its page and said there", async () => {
    const browser = cast.browser(grace, "Grace");
    const sent = await browser.submit(`/threads/${threadId}/following`, `/threads/${threadId}/following`, {
      level: "none",
    });
    expect(sent.location).toBe(`/threads/${threadId}?done=thread-followed`);
    expect((await browser.get(`/threads/${threadId}`)).words).toContain("You are told nothing of this thread.");
    expect((await cast.browser().get(`/threads/${threadId}/following`)).status).toBe(303);
  });
});
