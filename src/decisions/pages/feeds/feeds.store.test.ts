import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { writePost } from "../../commands/threads/write-post.ts";

let cast: DecisionCast;
let ada: PersonId;
let communityId: CommunityId;
let threadId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  threadId = await cast.thread(ada, communityId, { title: "Money & <rules>", text: "**First** words." });
});
afterAll(() => cast.close());

const write = async (text: string) =>
  valueOf(await cast.application.execute(writePost, { communityId, threadId, text }, byPerson(ada))).postId;

async function communityPath(): Promise<string> {
  return /\/communities\/[a-z0-9_]+/.exec((await cast.browser().get(`/threads/${threadId}`)).html)?.[0] ?? "";
}

describe("a feed", () => {
  test("of a thread has its posts, the newest first, each with its address and author", async () => {
    cast.clock.pass({ hours: 1 });
    const postId = await write("Second words.");
    const { html, headers, status } = await cast.browser().get(`/threads/${threadId}/feed.atom`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(html).toContain("<title>Money &amp; &lt;rules&gt;</title>");
    expect(html).toContain("<updated>2027-02-01T11:00:00Z</updated>");
    expect(html).toContain(`<id>https://gather.example/posts/${postId}</id>`);
    expect(html).toContain("<author><name>Ada</name></author>");
    expect(html).toContain("&lt;strong&gt;First&lt;/strong&gt;");
    expect(html.indexOf("Second words.")).toBeLessThan(html.indexOf("First"));
  });

  test("has no post that was taken back", async () => {
    const postId = await write("Quillet.");
    valueOf(await cast.application.execute(takeBackPost, { communityId, threadId, postId }, byPerson(ada)));
    const { html } = await cast.browser().get(`/threads/${threadId}/feed.atom`);
    expect(html).not.toContain("Quillet");
    expect(html).not.toContain(postId);
  });

  test("of a community has its threads that the world may read, and no others, whoever asks", async () => {
    const inside = await cast.thread(ada, communityId, { title: "Inside", audience: "members" });
    const { html } = await cast.browser(ada, "Ada").get(`${await communityPath()}/threads/feed.atom`);
    expect(html).toContain("Money &amp; &lt;rules&gt;");
    expect(html).not.toContain("Inside");
    expect((await cast.browser(ada, "Ada").get(`/threads/${inside}/feed.atom`)).status).toBe(404);
  });

  test("is named by the pages that show the same", async () => {
    const link = (path: string) => `rel="alternate" type="application/atom+xml" href="${path}"`;
    const thread = `/threads/${threadId}`;
    expect((await cast.browser().get(thread)).html).toContain(link(`${thread}/feed.atom`));
    const list = `${await communityPath()}/threads`;
    expect((await cast.browser().get(list)).html).toContain(link(`${list}/feed.atom`));
  });
});
