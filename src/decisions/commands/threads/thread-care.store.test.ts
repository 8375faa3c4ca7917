import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import { pinnedThreads, tagsOf, threadsWithTag, turnsOf, versionsOf } from "../../store/threads/care.read.ts";
import { postById, postsOf, threadById } from "../../store/threads/threads.read.ts";
import { closeThread } from "./close-thread.ts";
import { editPost } from "./edit-post.ts";
import { pinThread } from "./pin-thread.ts";
import { removePost } from "./remove-post.ts";
import { reopenThread } from "./reopen-thread.ts";
import { tagThread } from "./tag-thread.ts";
import { takeBackPost } from "./take-back-post.ts";
import { writePost } from "./write-post.ts";

let cast: DecisionCast;
/** The steward, a member who opens threads, another member, and somebody who is none. */
let [ada, grace, emmy, stranger]: PersonId[] = [];
let communityId: CommunityId;
let about: { readonly communityId: string; readonly threadId: string };

beforeAll(async () => {
  cast = await openDecisionCast();
  [ada, grace, emmy, stranger] = await Promise.all(
    ["Ada", "Grace", "Emmy", "Stranger"].map((name) => cast.person(name)),
  );
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(person(ada));
  await cast.join(communityId, person(grace), person(emmy));
  about = { communityId, threadId: await cast.thread(person(grace), communityId) };
});
afterAll(() => cast.close());

function person(id: PersonId | undefined): PersonId {
  if (id === undefined) throw new Error("nobody");
  return id;
}

async function write(author: PersonId | undefined, text: string, said: Readonly<Record<string, string>> = {}) {
  const { postId } = valueOf(
    await cast.application.execute(writePost, { ...about, text, ...said }, byPerson(person(author))),
  );
  return { ...about, postId };
}

async function everybody(
  act: (who: PersonId) => Promise<Result<unknown, AnyRefusal>>,
): Promise<Readonly<Record<string, string>>> {
  const told: Record<string, string> = {};
  for (const [name, who] of Object.entries({ stranger, emmy, grace, ada })) {
    const answer = await act(person(who));
    told[name] = answer.ok ? "done" : answer.refusal.kind;
  }
  return told;
}

describe("a post", () => {
  test("is edited by its author, and what it said before stays readable with its time", async () => {
    const post = await write(emmy, "We meet today.");
    cast.clock.pass({ hours: 1 });
    valueOf(await cast.application.execute(editPost, { ...post, text: "We meet at noon." }, byPerson(person(emmy))));
    cast.clock.pass({ hours: 1 });
    valueOf(await cast.application.execute(editPost, { ...post, text: "We meet at one." }, byPerson(person(emmy))));
    expect(await postById(cast.application.read, post.postId)).toMatchObject({ text: "We meet at one.", version: 3 });
    const versions = await versionsOf(cast.application.read, post.postId);
    expect(versions.map(({ text, writtenAt }) => [text, writtenAt.toString()])).toEqual([
      ["We meet today.", "2027-02-01T10:00:00Z"],
      ["We meet at noon.", "2027-02-01T11:00:00Z"],
    ]);
  });

  test("is edited by nobody else, not even a steward", async () => {
    const post = await write(emmy, "Mine.");
    const edit = (who: PersonId) => cast.application.execute(editPost, { ...post, text: "Theirs." }, byPerson(who));
    expect(await everybody(edit)).toEqual({
      stranger: "not-your-post",
      emmy: "done",
      grace: "not-your-post",
      ada: "not-your-post",
    });
    expect(await cast.application.execute(editPost, { ...post, text: "x" }, by({ kind: "visitor" }))).toMatchObject({
      refusal: { kind: "sign-in-needed" },
    });
  });

  test("is not edited by way of another community's thread, nor in a closed one", async () => {
    const post = await write(emmy, "Mine.");
    const elsewhere = await cast.community(person(emmy));
    const other = { communityId: elsewhere, threadId: await cast.thread(person(emmy), elsewhere), postId: post.postId };
    const edit = (input: typeof post) =>
      cast.application.execute(editPost, { ...input, text: "Changed." }, byPerson(person(emmy)));
    expect(await edit(other)).toMatchObject({ refusal: { kind: "not-found" } });
    valueOf(await cast.application.execute(closeThread, { ...about, reason: "Done." }, byPerson(person(ada))));
    expect(await edit(post)).toMatchObject({ refusal: { kind: "thread-closed" } });
  });

  test("is taken back by its author even in a closed thread, and leaves no text of it anywhere", async () => {
    const post = await write(emmy, "Quillet-one");
    valueOf(await cast.application.execute(editPost, { ...post, text: "Quillet-two" }, byPerson(person(emmy))));
    valueOf(await cast.application.execute(closeThread, { ...about, reason: "Done." }, byPerson(person(ada))));
    valueOf(await cast.application.execute(takeBackPost, post, byPerson(person(emmy))));
    expect(await postById(cast.application.read, post.postId)).toMatchObject({ text: "", removalReason: "" });
    expect(await databaseDump(cast.application.read)).not.toMatch(/quillet/i);
  });

  test("is removed by stewards alone, with a reason that stands in its place", async () => {
    const post = await write(emmy, "Quillet-rude");
    const remove = (who: PersonId) =>
      cast.application.execute(removePost, { ...post, reason: "It names a person." }, byPerson(who));
    expect(await everybody(remove)).toEqual({
      stranger: "only-stewards",
      emmy: "only-stewards",
      grace: "only-stewards",
      ada: "done",
    });
    expect(await postById(cast.application.read, post.postId)).toMatchObject({
      text: "",
      removalReason: "It names a person.",
    });
    expect(await databaseDump(cast.application.read)).not.toMatch(/quillet/i);
    const without = await cast.application.execute(removePost, { ...post, reason: " " }, byPerson(person(ada)));
    expect(without).toMatchObject({ refusal: { kind: "invalid-input" } });
  });
});

describe("a thread", () => {
  test("is closed and reopened by whoever opened it and by stewards, each time with a reason on record", async () => {
    const close = (who: PersonId) =>
      cast.application.execute(closeThread, { ...about, reason: "Over." }, byPerson(who));
    expect(await everybody(close)).toEqual({
      stranger: "not-the-opener",
      emmy: "not-the-opener",
      grace: "done",
      ada: "thread-closed",
    });
    const late = await cast.application.execute(writePost, { ...about, text: "Late." }, byPerson(person(emmy)));
    expect(late).toMatchObject({ refusal: { kind: "thread-closed" } });
    cast.clock.pass({ hours: 1 });
    valueOf(await cast.application.execute(reopenThread, { ...about, reason: "News." }, byPerson(person(ada))));
    await write(emmy, "In time.");
    expect(await turnsOf(cast.application.read, about.threadId)).toMatchObject([
      { what: "reopened", personId: ada, reason: "News." },
      { what: "closed", personId: grace, reason: "Over." },
    ]);
  });

  test("is found by its tags, the last written in first", async () => {
    const tag = (threadId: string, tags: string) =>
      cast.application.execute(tagThread, { communityId, threadId, tags }, byPerson(person(grace)));
    const other = await cast.thread(person(grace), communityId);
    valueOf(await tag(about.threadId, "Money, spring"));
    valueOf(await tag(other, "money"));
    cast.clock.pass({ hours: 1 });
    await write(emmy, "News.");
    const page = { tag: "money", audiences: ["everyone"], before: undefined, limit: 9 } as const;
    const found = await threadsWithTag(cast.application.read, communityId, page);
    expect(found.map(({ id }) => id)).toEqual([about.threadId, other]);
    valueOf(await tag(about.threadId, "spring"));
    expect((await tagsOf(cast.application.read, [about.threadId])).get(about.threadId)).toEqual(["spring"]);
    expect(await tag(about.threadId, "a,b,c,d,e,f")).toMatchObject({ refusal: { kind: "too-many-tags" } });
  });

  test("is pinned by stewards alone, five at most", async () => {
    const pin = (who: PersonId) => cast.application.execute(pinThread, { ...about, pinned: true }, byPerson(who));
    expect(await everybody(pin)).toEqual({
      stranger: "only-stewards",
      emmy: "only-stewards",
      grace: "only-stewards",
      ada: "done",
    });
    for (let more = 0; more < 4; more++) {
      const threadId = await cast.thread(person(grace), communityId);
      valueOf(
        await cast.application.execute(pinThread, { communityId, threadId, pinned: true }, byPerson(person(ada))),
      );
    }
    const sixth = { communityId, threadId: await cast.thread(person(grace), communityId), pinned: true };
    expect(await cast.application.execute(pinThread, sixth, byPerson(person(ada)))).toMatchObject({
      refusal: { kind: "too-many-pinned" },
    });
    valueOf(await cast.application.execute(pinThread, { ...about, pinned: false }, byPerson(person(ada))));
    expect(await pinnedThreads(cast.application.read, communityId, ["everyone"])).toHaveLength(4);
    expect((await threadById(cast.application.read, about.threadId))?.pinnedAt).toBeUndefined();
    expect(await postsOf(cast.application.read, about.threadId, { from: 0, limit: 9 })).toHaveLength(1);
  });
});
