import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../testing/decision-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { followThread } from "../commands/threads/follow-thread.ts";
import { writePost } from "../commands/threads/write-post.ts";
import { decisionCatalogues } from "../messages/catalogue.ts";
import { threadNotices } from "./threads.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let communityId: CommunityId;
let threadId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, emmy);
  threadId = await cast.thread(ada, communityId);
});
afterAll(() => cast.close());

/** Somebody writes; gives the id of the post and who is told of it, by the end of the message's key. */
async function write(author: PersonId, said: Readonly<Record<string, string>> = {}) {
  const input = { communityId, threadId, text: "Words.", ...said };
  const { postId } = valueOf(await cast.application.execute(writePost, input, byPerson(author)));
  const event = cast.events.at(-1);
  if (event === undefined) throw new Error("nothing was written");
  const notices = await threadNotices.notices(cast.application, event);
  for (const { key } of notices) expect(decisionCatalogues.en[key]).toBeDefined();
  const names = new Map(
    [ada, grace, emmy, stranger].map((id, place) => [id as string, ["ada", "grace", "emmy", "stranger"][place]]),
  );
  const told = notices.map(({ personId, key }) => `${names.get(personId) ?? personId} ${key.split(".").at(-1) ?? ""}`);
  return { postId, told };
}

const follow = async (person: PersonId, level: "all" | "answers" | "none") =>
  valueOf(await cast.application.execute(followThread, { communityId, threadId, level }, byPerson(person)));

describe("a new post", () => {
  test("is told to whoever opened the thread or wrote in it, each once, and never to its author", async () => {
    const { postId, told } = await write(grace);
    expect(told).toEqual(["ada answered"]);
    expect((await write(emmy, { parentId: postId })).told).toEqual(["grace answered", "ada written"]);
  });

  test("is told as each chose: every post, answers to them, nothing", async () => {
    const { postId } = await write(grace);
    await follow(grace, "answers");
    await follow(ada, "none");
    await follow(stranger, "all");
    expect((await write(emmy)).told).toEqual(["stranger written"]);
    expect((await write(emmy, { parentId: postId })).told).toEqual(["grace answered", "stranger written"]);
    await follow(grace, "none");
    expect((await write(emmy, { parentId: postId })).told).toEqual(["stranger written"]);
  });

  test("that somebody wrote does not undo what they chose", async () => {
    await follow(grace, "none");
    await write(grace);
    expect((await write(emmy)).told).toEqual(["ada answered"]);
  });

  test("is told to whom it names by their handle, once, and not to whom it does not", async () => {
    const { told } = await write(grace, {
      text: "Ask @emmy@social.example, or @ada@social.example and ada@social.example",
    });
    expect(told).toEqual(["ada answered", "emmy mentioned"]);
  });

  test("among members is told to members alone, whoever it names", async () => {
    threadId = await cast.thread(ada, communityId, { audience: "members" });
    const { told } = await write(grace, { text: "@stranger@social.example @emmy@social.example" });
    expect(told).toEqual(["ada answered", "emmy mentioned"]);
  });

  test("among members cannot be followed by whoever is none", async () => {
    threadId = await cast.thread(ada, communityId, { audience: "members" });
    const input = { communityId, threadId, level: "all" } as const;
    expect(await cast.application.execute(followThread, input, byPerson(stranger))).toMatchObject({
      refusal: { kind: "only-members" },
    });
  });

  test("from here in answer to somebody at their own server is told there alone", async () => {
    const sourceUri = `https://social.example/notes/${threadId}`;
    const { postId } = await write(grace, { sourceUri });
    expect((await write(ada, { parentId: postId })).told).toEqual([]);
  });
});
