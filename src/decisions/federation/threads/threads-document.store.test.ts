import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { federationExample, servedExample } from "../../../../testing/federation-examples.ts";
import { remoteActor } from "../../../../testing/remote-actor.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { personByActor } from "../../../accounts/index.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { RemoteDocument } from "../../../kernel/federation/documents/reading.ts";
import { activityFrom, rolledUp } from "../../../kernel/federation/inbox/activity-parts.ts";
import { readActivity } from "../../../kernel/federation/inbox/read-activity.ts";
import type { Outgoing } from "../../../kernel/federation/outgoing.ts";
import { bringFile } from "../../commands/attachments/bring-file.ts";
import { removeAttachment } from "../../commands/attachments/remove-attachment.ts";
import { editPost } from "../../commands/threads/edit-post.ts";
import { removePost } from "../../commands/threads/remove-post.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { attachedElsewhere } from "../../store/attachments/attachments.read.ts";
import { versionsOf } from "../../store/threads/care.read.ts";
import { postBySource, postsOf, type Post } from "../../store/threads/threads.read.ts";
import { reactionCountsOf } from "../../store/threads/voices.read.ts";
import { decisionInbox } from "../inbox.ts";
import { decisionObjects } from "../objects.ts";
import { decisionOutbox } from "../outbox.ts";

const anaUri = "https://social.example/users/ana";
/** What stands for 130 and 7 in this test, so that no two tests speak of the same post or like. */
let number = 0;
let cast: DecisionCast;
let ada: PersonId;
let community: CommunityId;
let threadId: string;
let first: Post;
/** The files of that post, in its order. */
let files: readonly string[] = [];

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  await cast.person("Ana");
  await cast.person("Mallory");
});
beforeEach(async () => {
  number += 1;
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await openThread({});
});
afterAll(() => cast.close());

async function openThread(said: Readonly<Record<string, unknown>>): Promise<void> {
  threadId = await cast.thread(ada, community, said);
  const [opened] = await postsOf(cast.application.read, threadId, { from: 0, limit: 1 });
  if (opened === undefined) throw new Error("no post");
  first = opened;
}

/** Opens a thread whose first post carries a picture and a plan. */
async function openWithFiles(): Promise<readonly string[]> {
  const bytes = Buffer.from("bytes").toString("base64");
  const picture = { width: 1_200, height: 800, preview: bytes };
  const ids: string[] = [];
  for (const said of [
    { name: "tree.webp", mediaType: "image/webp", alt: "Six people under a plum tree", picture },
    { name: "plan.pdf", mediaType: "application/pdf" },
  ]) {
    const brought = await cast.application.execute(
      bringFile,
      { communityId: community, bytes, ...said },
      byPerson(ada),
    );
    ids.push(valueOf(brought).attachmentId);
  }
  const attached = ids.map((id, place) => ({ id, alt: place === 0 ? "Six people under a plum tree" : "" }));
  await openThread({ attached });
  files = ids;
  return ids;
}

/** What comes of an activity of the document that arrives from `uri`, with changes to its text; undefined when nobody recognises it. */
async function arrive(name: string, change: (json: string) => string = (json) => json, uri = anaUri) {
  const json = JSON.stringify(federationExample("in", name))
    .replaceAll("019440a0-0000-7000-8000-000000000011", first.id)
    .replaceAll("/statuses/130", `/statuses/${number}-0`)
    .replaceAll("#likes/7", `#likes/${number}`);
  const parts = valueOf(await readActivity(JSON.parse(change(json)) as RemoteDocument));
  const activity = rolledUp(valueOf(activityFrom(parts)), remoteActor(uri), cast.clock.now(), undefined);
  const { application } = cast;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read: application.read, origin: application.origin });
    if (recognised === undefined) continue;
    const personId = (await personByActor(application.read, uri)) ?? "";
    return application.execute(recognised.command, recognised.input, {
      actor: { kind: "person", personId },
      origin: { from: "federated", key: crypto.randomUUID() },
    });
  }
  return undefined;
}

/** What goes out for the last event of this name, with the ids that `FEDERATION.md` gives to such things. */
async function published(
  name: string,
): Promise<readonly (Omit<Outgoing, "activity"> & { readonly activity: unknown })[]> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  return outgoing.map((one) => ({ ...one, activity: asShown(one.activity) }));
}

function asShown(document: unknown): unknown {
  const text = files
    .reduce(
      (said, id, place) => said.replaceAll(id, `019440a0-0000-7000-8000-00000000002${place + 1}`),
      JSON.stringify(document),
    )
    .replaceAll(community, "019440a0-0000-7000-8000-000000000001")
    .replaceAll(threadId, "019440a0-0000-7000-8000-000000000010")
    .replaceAll(first.id, "019440a0-0000-7000-8000-000000000011")
    .replaceAll(anasPost(0), `${anaUri}/statuses/130`)
    .replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/");
  return JSON.parse(text) as unknown;
}

async function served(path: string): Promise<unknown> {
  for (const route of decisionObjects) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const found = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
    if (found === null) continue;
    const values = Object.fromEntries(names.map((name, place) => [name, found[place + 1] ?? ""]));
    const document = await route.load(cast.application, values, undefined);
    return document === undefined ? undefined : asShown(document);
  }
  return undefined;
}

const anasPost = (which: number): string => `${anaUri}/statuses/${number}-${which}`;
const anas = async (which = 0) => postBySource(cast.application.read, anasPost(which));
/** The example with another post of Ana's in the place of the first. */
const another = (json: string): string => json.replaceAll(anasPost(0), anasPost(1));
const likes = async () => (await reactionCountsOf(cast.application.read, [first.id])).get(first.id);

describe("a reply from another server", () => {
  test("is a post of the thread, edited by its author there with its history kept here", async () => {
    await arrive("thread-reply");
    await arrive("thread-edit");
    expect(await anas()).toMatchObject({ text: "We meet at noon.", version: 2, parentId: first.id });
    expect(await versionsOf(cast.application.read, (await anas())?.id ?? "")).toMatchObject([
      { text: "We meet today." },
    ]);
  });

  test("is neither edited nor deleted by anybody else of its server", async () => {
    await arrive("thread-reply");
    const mallory = "https://social.example/users/mallory";
    const asMallory = (json: string) => json.replaceAll(`"${anaUri}"`, `"${mallory}"`);
    expect(await arrive("thread-edit", asMallory, mallory)).toMatchObject({ refusal: { kind: "not-your-post" } });
    expect(await arrive("thread-deletion", asMallory, mallory)).toMatchObject({ refusal: { kind: "not-your-post" } });
    expect(await anas()).toMatchObject({ text: "We meet today.", removedAt: undefined });
  });

  test("is taken back when its author deletes it, or hides it from the world", async () => {
    await arrive("thread-reply");
    await arrive("thread-deletion");
    expect(await anas()).toMatchObject({ text: "" });
    await arrive("thread-reply", another);
    await arrive("thread-edit", (json) =>
      another(json).replaceAll("https://www.w3.org/ns/activitystreams#Public", `${anaUri}/followers`),
    );
    expect(await anas(1)).toMatchObject({ text: "" });
  });

  test("to a reply from there is found by its address", async () => {
    await arrive("thread-reply");
    const reply = (json: string) => another(json).replace(`https://gather.example/posts/${first.id}`, anasPost(0));
    await arrive("thread-reply", reply);
    expect(await anas(1)).toMatchObject({ threadId, parentId: (await anas())?.id, depth: 1 });
  });
});

describe("what a reply from another server carries there", () => {
  const carried = async () =>
    (await attachedElsewhere(cast.application.read, [(await anas())?.id ?? ""])).values().next().value;

  test("is a link with what it shows, goes when its author takes it away, and with the post", async () => {
    await arrive("thread-reply-with-picture");
    const hall = { kind: "picture", url: "https://files.social.example/hall.jpg", alt: "The door of the hall" };
    expect(await carried()).toEqual([hall]);
    const { html } = await cast.browser().get(`/threads/${threadId}`);
    expect(html).toContain('<a href="https://files.social.example/hall.jpg" rel="nofollow noopener noreferrer">');
    expect(html).not.toContain('src="https://files.social.example');
    await arrive("thread-edit");
    expect(await carried()).toBeUndefined();
    await arrive("thread-reply-with-picture", (json) => json.replace('"Create"', '"Update"'));
    expect(await carried()).toEqual([hall]);
    await arrive("thread-deletion");
    expect(await carried()).toBeUndefined();
  });

  test("is a post without words, too, and goes only once it carries nothing either", async () => {
    const wordless = (json: string) => json.replace("We meet here.", "");
    await arrive("thread-reply-with-picture", wordless);
    expect((await anas())?.text).toBe("");
    expect(await carried()).toHaveLength(1);
    await arrive("thread-edit", (json) => json.replace("We meet at noon.", ""));
    expect(await anas()).toMatchObject({ removedAt: cast.clock.now() });
    expect(await carried()).toBeUndefined();
  });
});

describe("a like from another server", () => {
  test("counts once for each person, and its Undo takes it away, whole or by its id", async () => {
    await arrive("thread-like");
    await arrive("thread-like");
    expect(await likes()).toEqual([{ kind: "warmth", count: 1 }]);
    await arrive("thread-unlike");
    expect(await likes()).toBeUndefined();
    await arrive("thread-like");
    await arrive("thread-unlike", (json) => {
      const activity = JSON.parse(json) as { object: { id: string } };
      return JSON.stringify({ ...activity, object: activity.object.id });
    });
    expect(await likes()).toBeUndefined();
  });

  test("of a post among members changes nothing for whoever is no member", async () => {
    await openThread({ audience: "members" });
    expect(await arrive("thread-like")).toMatchObject({ refusal: { kind: "only-members" } });
  });
});

describe("what leaves", () => {
  test("a thread goes out as the document shows, and is served as a conversation in pages", async () => {
    const [outgoing] = await published("thread-opened");
    expect(outgoing?.activity).toEqual(federationExample("out", "thread-opened"));
    await arrive("thread-reply");
    expect(await served(`/threads/${threadId}/context`)).toEqual(servedExample("thread-context"));
    expect(await served(`/threads/${threadId}/context/0`)).toEqual(servedExample("thread-context-page"));
    expect(await served(`/threads/${threadId}/context/1`)).toBeUndefined();
  });

  test("a post goes out with its files as the document shows, and without one that is taken away", async () => {
    const [, plan] = await openWithFiles();
    expect(await served(`/posts/${first.id}`)).toEqual(servedExample("post-with-files"));
    cast.clock.pass({ hours: 1 });
    const gone = { communityId: community, threadId, postId: first.id, attachmentId: plan };
    valueOf(await cast.application.execute(removeAttachment, gone, byPerson(ada)));
    const [update] = await published("attachment-removed");
    expect(update).toMatchObject({
      to: { kind: "followers" },
      activity: { type: "Update", object: { updated: "2027-02-01T11:00:00Z", attachment: [{ type: "Image" }] } },
    });
  });

  test("a thread among members is served to nobody", async () => {
    await openThread({ audience: "members" });
    expect(await served(`/threads/${threadId}/context`)).toBeUndefined();
    expect(await served(`/threads/${threadId}/context/0`)).toBeUndefined();
    expect(await served(`/posts/${first.id}`)).toBeUndefined();
    expect(await published("thread-opened")).toEqual([]);
  });

  test("an edit goes to those who were sent the post, with the day it was published unchanged", async () => {
    cast.clock.pass({ hours: 1 });
    const about = { communityId: community, threadId, postId: first.id };
    valueOf(await cast.application.execute(editPost, { ...about, text: "Changed." }, byPerson(ada)));
    const [update] = await published("post-edited");
    expect(update).toMatchObject({
      to: { kind: "followers" },
      activity: {
        type: "Update",
        object: { type: "Note", published: "2027-02-01T10:00:00Z", updated: "2027-02-01T11:00:00Z" },
      },
    });
  });

  test("a post that was taken back or removed is deleted where it was sent, and not served any more", async () => {
    const about = { communityId: community, threadId, postId: first.id };
    valueOf(await cast.application.execute(takeBackPost, about, byPerson(ada)));
    const [outgoing] = await published("post-taken-back");
    expect(outgoing?.activity).toEqual(federationExample("out", "thread-post-deleted"));
    expect(await served(`/posts/${first.id}`)).toBeUndefined();
    await openThread({});
    await arrive("thread-reply", another);
    const parent = await anas(1);
    const answer = { communityId: community, threadId, parentId: parent?.id ?? "", text: "Thank you." };
    const { postId } = valueOf(await cast.application.execute(writePost, answer, byPerson(ada)));
    const remove = { communityId: community, threadId, postId, reason: "By mistake." };
    valueOf(await cast.application.execute(removePost, remove, byPerson(ada)));
    expect(await published("post-removed")).toMatchObject([
      { to: { kind: "actors", uris: [anaUri] }, activity: { type: "Delete" } },
    ]);
  });
});
