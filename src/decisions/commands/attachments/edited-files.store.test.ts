import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { attachmentsOf } from "../../store/attachments/attachments.read.ts";
import { attachmentEditsOf } from "../../store/attachments/edits.read.ts";
import { versionsOf } from "../../store/threads/care.read.ts";
import { editPost } from "../threads/edit-post.ts";
import { takeBackPost } from "../threads/take-back-post.ts";
import { writePost } from "../threads/write-post.ts";
import { bringFile } from "./bring-file.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let community: CommunityId;
let threadId: string;
let first: string;
let postId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
  await cast.join(community, grace);
  threadId = await cast.thread(ada, community);
});
/** A post of Grace's that carries one plan. */
beforeEach(async () => {
  cast.clock.pass({ hours: 25 });
  first = await brought("first.pdf");
  const input = { communityId: community, threadId, text: "See below.", attached: [{ id: first }] };
  postId = valueOf(await cast.application.execute(writePost, input, byPerson(grace))).postId;
});
afterAll(() => cast.close());

let count = 0;
async function brought(name: string, who = grace): Promise<string> {
  count += 1;
  const bytes = Buffer.from(`${name} ${count}`).toString("base64");
  const file = { communityId: community, threadId, name, mediaType: "application/pdf", bytes } as const;
  return valueOf(await cast.application.execute(bringFile, file, byPerson(who))).attachmentId;
}

const edit = (said: Readonly<Record<string, unknown>>, who = grace) =>
  cast.application.execute(
    editPost,
    { communityId: community, threadId, postId, text: "See below.", ...said },
    byPerson(who),
  );
const added = async (name: string) => ({ attached: [{ id: await brought(name) }] });
const files = async () => (await attachmentsOf(cast.application.read, [postId])).get(postId) ?? [];

describe("whoever wrote a post", () => {
  test("adds a file to it and takes one away, and each version says which", async () => {
    valueOf(await edit(await added("second.pdf")));
    valueOf(await edit({ removed: [first], text: "Only the second now." }));
    expect((await files()).map(({ name, removedAt }) => [name, removedAt === undefined])).toEqual([
      ["", false],
      ["second.pdf", true],
    ]);
    const [, second] = await files();
    const edits = await attachmentEditsOf(cast.application.read, postId);
    expect(edits).toHaveLength(2);
    expect(edits).toEqual(
      expect.arrayContaining([
        { attachmentId: first, addedVersion: undefined, removedVersion: 3 },
        { attachmentId: second?.id, addedVersion: 2, removedVersion: undefined },
      ]),
    );
    const texts = (await versionsOf(cast.application.read, postId)).map(({ text }) => text);
    expect(texts).toEqual(["See below.", "See below."]);
    expect(
      cast.events
        .filter(({ name }) => name === "post-edited")
        .slice(-2)
        .map(({ payload }) => payload),
    ).toEqual([
      { thread: threadId, post: postId, version: 2 },
      { thread: threadId, post: postId, version: 3 },
    ]);
  });

  test("changes nothing by sending the same text and no files", async () => {
    valueOf(await edit({}));
    expect(await versionsOf(cast.application.read, postId)).toEqual([]);
  });

  test("has four files in a post at a time, and sixteen in all its versions", async () => {
    const four = await Promise.all(["a", "b", "c", "d"].map((name) => brought(name)));
    const attached = four.map((id) => ({ id }));
    expect(await edit({ attached })).toMatchObject({ refusal: { kind: "too-many-attachments", most: 4 } });
    valueOf(await edit({ attached, removed: [first] }));
    let standing = four;
    for (let round = 0; round < 2; round += 1) {
      const next = await Promise.all(["e", "f", "g", "h"].map((name) => brought(name)));
      valueOf(await edit({ attached: next.map((id) => ({ id })), removed: standing }));
      standing = next;
    }
    const three = await Promise.all(["i", "j", "k"].map((name) => brought(name)));
    valueOf(await edit({ attached: three.map((id) => ({ id })), removed: standing }));
    expect(await files()).toHaveLength(16);
    expect(await edit(await added("one more"))).toMatchObject({
      refusal: { kind: "too-many-attachments-ever", most: 16 },
    });
  });

  test("takes away nothing that is not at the post, and adds nothing that is not theirs", async () => {
    const [mine, others] = [await brought("mine.pdf"), await brought("others.pdf", ada)];
    expect(await edit({ removed: [mine] })).toMatchObject({ refusal: { kind: "file-not-there" } });
    expect(await edit({ attached: [{ id: others }] })).toMatchObject({ refusal: { kind: "file-not-there" } });
    expect(await edit({ attached: [{ id: first }] })).toMatchObject({ refusal: { kind: "file-not-there" } });
    valueOf(await edit({ removed: [first] }));
    expect(await edit({ removed: [first] })).toMatchObject({ refusal: { kind: "file-not-there" } });
  });
});

test("nobody else edits the files of a post, a steward neither", async () => {
  expect(await edit({ removed: [first] }, ada)).toMatchObject({ refusal: { kind: "not-your-post" } });
  expect((await files())[0]?.removedAt).toBeUndefined();
});

test("what edits did goes with the post", async () => {
  valueOf(await edit(await added("second.pdf")));
  const about = { communityId: community, threadId, postId };
  valueOf(await cast.application.execute(takeBackPost, about, byPerson(grace)));
  expect(await attachmentEditsOf(cast.application.read, postId)).toEqual([]);
});
