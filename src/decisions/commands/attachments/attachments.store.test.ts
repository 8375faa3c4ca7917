import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { readKeptFile } from "../../../kernel/media/kept-files.ts";
import { attachmentLimits } from "../../model/attachments/attachments.ts";
import { attachmentById, attachmentsOf, bytesOfCommunity } from "../../store/attachments/attachments.read.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { takeBackPost } from "../threads/take-back-post.ts";
import { writePost } from "../threads/write-post.ts";
import { bringFile } from "./bring-file.ts";
import { removeAttachment } from "./remove-attachment.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let community: CommunityId;
let threadId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
});
beforeEach(async () => {
  cast.clock.pass({ hours: 72 });
  grace = await cast.person(`Grace${cast.events.length}`);
  community = await cast.community(ada);
  await cast.join(community, grace);
  threadId = await cast.thread(ada, community);
});
afterAll(() => cast.close());

const bring = (text: string | Buffer, who = grace, said: Record<string, unknown> = {}) =>
  cast.application.execute(
    bringFile,
    {
      communityId: community,
      threadId,
      name: "plan.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from(text).toString("base64"),
      ...said,
    },
    byPerson(who),
  );
const brought = async (text: string | Buffer, who = grace) => valueOf(await bring(text, who)).attachmentId;

/** A post by somebody that carries these files. */
async function post(ids: readonly string[], who = grace): Promise<string> {
  const input = { communityId: community, threadId, text: "See below.", attached: ids.map((id) => ({ id })) };
  return valueOf(await cast.application.execute(writePost, input, byPerson(who))).postId;
}

/** What is kept of a file; undefined once nothing is. */
async function bytesOf(digest: string | undefined): Promise<string | undefined> {
  return (await readKeptFile(cast.application.read, digest ?? ""))?.toString();
}
const digestOf = async (id: string) => (await attachmentById(cast.application.read, id))?.digest;

describe("a file", () => {
  test("is kept byte for byte, whatever its length", async () => {
    for (const length of [1, 24 * 1024, 24 * 1024 + 1, 3_000_000]) {
      const bytes = Buffer.alloc(length, `${length} plums `);
      const digest = await digestOf(await brought(bytes));
      expect((await readKeptFile(cast.application.read, digest ?? ""))?.equals(bytes)).toBe(true);
    }
  });

  test("that two people bring is kept once, and goes with the last post that carries it", async () => {
    const [mine, theirs] = [await brought("the same plan"), await brought("the same plan", ada)];
    const digest = await digestOf(mine);
    expect(await digestOf(theirs)).toBe(digest);
    const [one, other] = [await post([mine]), await post([theirs], ada)];
    const takeBack = async (postId: string, who: PersonId) =>
      valueOf(
        await cast.application.execute(takeBackPost, { communityId: community, threadId, postId }, byPerson(who)),
      );
    await takeBack(one, grace);
    expect(await bytesOf(digest)).toBe("the same plan");
    await takeBack(other, ada);
    expect(await bytesOf(digest)).toBeUndefined();
    expect(await bytesOfCommunity(cast.application.read, community)).toBe(0);
  });

  test("that nobody sends goes after a day, and one that was sent stays", async () => {
    const [sent, unsent] = [await brought("sent"), await brought("never sent")];
    await post([sent]);
    const digest = await digestOf(unsent);
    cast.clock.pass({ hours: 23 });
    await cast.pumpClock();
    expect(await bytesOf(digest)).toBe("never sent");
    cast.clock.pass({ hours: 2 });
    await cast.pumpClock();
    expect([await bytesOf(digest), await digestOf(unsent)]).toEqual([undefined, undefined]);
    expect(await bytesOf(await digestOf(sent))).toBe("sent");
  });

  test("goes with one post alone", async () => {
    const id = await brought("once");
    await post([id]);
    const again = { communityId: community, threadId, text: "Again.", attached: [{ id }] };
    expect(await cast.application.execute(writePost, again, byPerson(grace))).toMatchObject({
      refusal: { kind: "file-not-there" },
    });
    const twice = await brought("twice");
    const both = { communityId: community, threadId, text: "Twice.", attached: [{ id: twice }, { id: twice }] };
    expect(await cast.application.execute(writePost, both, byPerson(grace))).toMatchObject({ ok: false });
  });

  test("that is taken away leaves its place at the post, and what is in the log is that there was one", async () => {
    const [first, second] = [await brought("first"), await brought("second")];
    const postId = await post([first, second]);
    const digest = await digestOf(first);
    const about = { communityId: community, threadId, postId, attachmentId: first };
    const noReason = await cast.application.execute(removeAttachment, about, byPerson(ada));
    expect(noReason).toMatchObject({ refusal: { kind: "removal-reason-needed" } });
    valueOf(await cast.application.execute(removeAttachment, { ...about, reason: "By mistake." }, byPerson(ada)));
    const files = (await attachmentsOf(cast.application.read, [postId])).get(postId) ?? [];
    expect(files.map(({ name, removalReason }) => [name, removalReason])).toEqual([
      ["", "By mistake."],
      ["plan.pdf", ""],
    ]);
    expect(await bytesOf(digest)).toBeUndefined();
    const told = cast.events.filter(({ name }) => ["files-attached", "attachment-removed"].includes(name)).slice(-2);
    expect(told.map(({ payload }) => payload)).toEqual([
      { thread: threadId, post: postId, files: 2 },
      { thread: threadId, post: postId, attachment: first },
    ]);
  });
});

describe("bounds", () => {
  test("somebody brings forty files a day, and more the day after", async () => {
    for (let count = 0; count < attachmentLimits.filesOfPersonADay; count += 1) await brought(`number ${count}`);
    expect(await bring("one more")).toMatchObject({ refusal: { kind: "too-many-files-today", most: 40 } });
    expect(await bring("from somebody else", ada)).toMatchObject({ ok: true });
    cast.clock.pass({ hours: 25 });
    expect(await bring("one more")).toMatchObject({ ok: true });
  });

  test("nobody brings one who may not write: strangers to a thread among members, and the blocked", async () => {
    const stranger = await cast.person(`Stranger${cast.events.length}`);
    expect(await bring("hello", stranger)).toMatchObject({ ok: true });
    const among = await cast.thread(ada, community, { audience: "members" });
    expect(await bring("hello", stranger, { threadId: among })).toMatchObject({ refusal: { kind: "only-members" } });
    expect(await bring("hello", stranger, { threadId: "" })).toMatchObject({ refusal: { kind: "only-members" } });
    const block = { communityId: community, personId: stranger, level: "block", reason: "Noise." };
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    expect(await bring("hello", stranger)).toMatchObject({ refusal: { kind: "kept-out" } });
    const nobody = await cast.application.execute(
      bringFile,
      { communityId: community, threadId, name: "a", mediaType: "application/pdf", bytes: "YQ==" },
      by({ kind: "visitor" }),
    );
    expect(nobody).toMatchObject({ refusal: { kind: "sign-in-needed" } });
  });
});

describe("people", () => {
  test("take the list of their files along, and everything they brought goes with them", async () => {
    const [sent, unsent] = [await brought("sent with a post"), await brought("not sent")];
    const postId = await post([sent]);
    const digests = [await digestOf(sent), await digestOf(unsent)];
    const { files } = await decisionPersonalData.export(cast.application.read, grace);
    expect(files).toMatchObject([
      { post: postId, name: "plan.pdf", size: 16, sha256: digests[0], path: `/attachments/${sent}` },
      { post: null, size: 8 },
    ]);
    const now = cast.clock.now();
    await cast.application.database.write((db) =>
      decisionPersonalData.forget({ db, now, unschedule: async () => {} } as never, grace),
    );
    expect(await Promise.all(digests.map(bytesOf))).toEqual([undefined, undefined]);
    expect((await attachmentsOf(cast.application.read, [postId])).size).toBe(0);
  });

  test("who turn out to be one person keep what both brought", async () => {
    const id = await brought("hers");
    const now = cast.clock.now();
    await cast.application.database.write((db) =>
      decisionPersonalData.join({ db, now, unschedule: async () => {} } as never, ada, grace),
    );
    expect(await attachmentById(cast.application.read, id)).toMatchObject({ personId: ada });
  });
});
