import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../testing/community-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { Actor } from "../../kernel/commands/command.ts";
import type { DirectReply, ReceivedActivity, ReceivedObject, RemoteActor } from "../../kernel/federation/received.ts";
import { announce } from "../commands/announcements/announce.ts";
import { claimHandle } from "../commands/community/claim-handle.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { sharedPost } from "../store/announcements.read.ts";
import { applicationOf } from "../store/admissions.read.ts";
import { countFollowers, followersOf, listenerByUri } from "../store/listeners.read.ts";
import { isMember } from "../store/members.read.ts";
import { openReports } from "../store/reports.read.ts";
import { communityInbox } from "./inbox.ts";

const origin = "https://gather.example";
let cast: CommunityCast;
let ada: PersonId;
let bob: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  bob = await cast.person("Bob");
});
afterAll(() => cast.close());

function remote(name: string, host = "social.example"): RemoteActor {
  const uri = `https://${host}/users/${name}`;
  return {
    uri,
    handle: `@${name}@${host}`,
    host,
    name,
    url: uri,
    inbox: `${uri}/inbox`,
    sharedInbox: `https://${host}/inbox`,
    followers: undefined,
    type: "Person",
    alsoKnownAs: [],
    movedTo: undefined,
    keyChangedAt: undefined,
  };
}

let sent = 0;
function activity(type: string, actor: RemoteActor, parts: Partial<ReceivedActivity>): ReceivedActivity {
  sent += 1;
  return {
    id: `https://${actor.host}/activities/${sent}`,
    type,
    actor,
    objectId: undefined,
    object: undefined,
    inner: undefined,
    target: undefined,
    movedTo: undefined,
    objects: [],
    text: undefined,
    receivedAt: cast.clock.now(),
    ...parts,
  };
}

function note(actor: RemoteActor, text: string, parts: Partial<ReceivedObject>): ReceivedActivity {
  sent += 1;
  const id = `https://${actor.host}/notes/${sent}`;
  const object = {
    id,
    type: "Note",
    attributedTo: actor.uri,
    inReplyTo: undefined,
    name: undefined,
    text,
    html: undefined,
    summary: undefined,
    url: undefined,
    poll: undefined,
    published: undefined,
    audience: [],
    isPublic: true,
    language: undefined,
    ...parts,
  };
  return activity("Create", actor, { objectId: id, object });
}

/** What the inbox does: the first that recognises it acts, as the person behind the actor, and answers. */
async function receive(arrived: ReceivedActivity, as?: PersonId) {
  const reading = { read: cast.application.read, origin: cast.application.origin };
  for (const recogniser of communityInbox) {
    if (!recogniser.types.includes(arrived.type)) continue;
    const recognition = await recogniser.recognise(arrived, reading);
    if (recognition === undefined) continue;
    const actor: Actor = as === undefined ? { kind: "visitor" } : { kind: "person", personId: as };
    const by = { actor, origin: { from: "federated", key: arrived.id } } as const;
    const answer: Result<unknown, AnyRefusal> = await cast.application.execute(
      recognition.command,
      recognition.input,
      by,
    );
    const reply: DirectReply | undefined = await recogniser.reply?.(arrived, answer, reading);
    return { recogniser: recogniser.name, answer, reply };
  }
  return undefined;
}

const actorOf = (communityId: CommunityId | string) => `${origin}/actors/${communityId}`;

describe("a Follow", () => {
  test("of a community makes a listener with its inbox, and Undo or Block ends it", async () => {
    const communityId = await cast.community(ada);
    const follow = activity("Follow", remote("bob"), { objectId: actorOf(communityId) });
    await receive(follow, bob);
    expect(await listenerByUri(cast.application.read, communityId, remote("bob").uri)).toMatchObject({ personId: bob });
    expect(await followersOf(cast.application.read, communityId, { after: "", limit: 9 })).toEqual([
      { uri: remote("bob").uri, inbox: remote("bob").inbox, sharedInbox: "https://social.example/inbox" },
    ]);
    const inner = { type: "Follow", id: follow.id, objectId: actorOf(communityId) };
    await receive(activity("Undo", remote("bob"), { inner }), bob);
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
    await receive(activity("Follow", remote("bob"), { objectId: actorOf(communityId) }), bob);
    await receive(activity("Block", remote("bob"), { objectId: actorOf(communityId) }), bob);
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
  });

  test("is undone by its id alone, and by nobody but its sender", async () => {
    const communityId = await cast.community(ada);
    const follow = activity("Follow", remote("bob"), { objectId: actorOf(communityId) });
    await receive(follow, bob);
    expect(await receive(activity("Undo", remote("eve"), { objectId: follow.id }))).toBeUndefined();
    expect(await countFollowers(cast.application.read, communityId)).toBe(1);
    await receive(activity("Undo", remote("bob"), { objectId: follow.id }), bob);
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
  });

  test("of what is no community is not ours to take", async () => {
    const unknown = crypto.randomUUID();
    for (const objectId of [
      actorOf(unknown),
      `${origin}/actors/server`,
      `https://elsewhere.example/actors/${unknown}`,
      "nonsense",
    ]) {
      expect(await receive(activity("Follow", remote("bob"), { objectId }))).toBeUndefined();
    }
  });
});

describe("a message to a community", () => {
  test("that says “join” plainly makes a member of an open one, and tells them so", async () => {
    const communityId = await cast.community(ada);
    const done = await receive(
      note(remote("bob"), "I'd like to join!", { audience: [actorOf(communityId)], isPublic: false }),
      bob,
    );
    expect(await isMember(cast.application.read, communityId, bob)).toBe(true);
    expect(done?.reply).toMatchObject({ from: communityId, key: "communities.answer.joined" });
    const left = await receive(
      note(remote("bob"), "leave", { audience: [actorOf(communityId)], isPublic: false }),
      bob,
    );
    expect(left?.reply?.key).toBe("communities.answer.left");
    expect(await isMember(cast.application.read, communityId, bob)).toBe(false);
  });

  test("takes the words after the wish as the reason where one is asked", async () => {
    const communityId = await cast.community(ada, { joining: "approval" });
    const say = (text: string) => receive(note(remote("bob"), text, { audience: [actorOf(communityId)] }), bob);
    expect((await say("Ich möchte beitreten"))?.reply?.key).toBe("communities.answer.reason-needed");
    expect((await say("Ich möchte beitreten: wir sind eine Genossenschaft."))?.reply?.key).toBe(
      "communities.answer.waiting",
    );
    expect((await applicationOf(cast.application.read, communityId, bob))?.reason).toBe(
      "wir sind eine Genossenschaft.",
    );
  });

  test("alone that it cannot read is answered; a public remark is not", async () => {
    const communityId = await cast.community(ada);
    const say = (isPublic: boolean) =>
      receive(note(remote("bob"), "What a fine league you are", { audience: [actorOf(communityId)], isPublic }), bob);
    expect((await say(false))?.reply?.key).toBe("communities.answer.unread-message");
    expect(await say(true)).toBeUndefined();
  });

  test("may answer a message of ours, such as an invitation", async () => {
    const communityId = await cast.community(ada);
    const reply = { audience: [actorOf(communityId)], inReplyTo: `${origin}/messages/abc`, isPublic: false };
    await receive(note(remote("bob"), "join", reply), bob);
    expect(await isMember(cast.application.read, communityId, bob)).toBe(true);
  });

  test.each(["STOP", "start"])("that says %s is not the community's to read", async (text) => {
    const communityId = await cast.community(ada);
    expect(
      await receive(note(remote("bob"), text, { audience: [actorOf(communityId)], isPublic: false }), bob),
    ).toBeUndefined();
  });

  test("is left alone when it replies to something else of ours, or names another of our actors", async () => {
    const communityId = await cast.community(ada);
    const gathering = crypto.randomUUID();
    const reply = { audience: [actorOf(communityId)], inReplyTo: `${origin}/gatherings/${gathering}/announcement` };
    expect(await receive(note(remote("bob"), "join", reply), bob)).toBeUndefined();
    const both = { audience: [actorOf(communityId), actorOf(gathering)] };
    expect(await receive(note(remote("bob"), "join", both), bob)).toBeUndefined();
  });

  test("by Join and Leave is understood as well", async () => {
    const communityId = await cast.community(ada);
    await receive(activity("Join", remote("bob"), { objectId: actorOf(communityId) }), bob);
    expect(await isMember(cast.application.read, communityId, bob)).toBe(true);
    await receive(activity("Leave", remote("bob"), { objectId: actorOf(communityId) }), bob);
    expect(await isMember(cast.application.read, communityId, bob)).toBe(false);
  });
});

describe("a member's public post that mentions the community", () => {
  const mention = (communityId: CommunityId, parts: Partial<ReceivedObject> = {}) =>
    note(remote("bob"), "Look at this", { audience: [actorOf(communityId)], ...parts });

  test("is passed on where the community wants that, and forgotten when its author deletes it", async () => {
    const communityId = await cast.community(ada, { sharesMentions: true });
    await cast.join(communityId, bob);
    const post = mention(communityId);
    const uri = post.objectId ?? "";
    await receive(post, bob);
    expect(await sharedPost(cast.application.read, communityId, uri)).toMatchObject({ authorUri: remote("bob").uri });
    expect(await receive(activity("Delete", remote("eve"), { objectId: uri }))).toBeUndefined();
    await receive(activity("Delete", remote("bob"), { objectId: uri }), bob);
    expect(await sharedPost(cast.application.read, communityId, uri)).toBeUndefined();
  });

  test("stays with its author where the community does not, or the author is no member", async () => {
    const quiet = await cast.community(ada);
    await cast.join(quiet, bob);
    expect(await receive(mention(quiet), bob)).toBeUndefined();
    const sharing = await cast.community(ada, { sharesMentions: true });
    expect(await receive(mention(sharing), bob)).toBeUndefined();
  });

  test("stays its author's, whoever of the same server names it as their own (row 26)", async () => {
    const communityId = await cast.community(ada, { sharesMentions: true });
    const mallory = await cast.person("Mallory");
    await cast.join(communityId, bob, mallory);
    const post = mention(communityId);
    await receive(post, bob);
    const { uri } = remote("mallory");
    const stolen = note(remote("mallory"), "Mine now", { id: post.objectId ?? "", audience: [actorOf(communityId)] });
    await receive({ ...stolen, objectId: post.objectId }, mallory);
    const shared = await sharedPost(cast.application.read, communityId, post.objectId ?? "");
    expect(shared).toMatchObject({ authorUri: remote("bob").uri });
    expect(shared?.authorUri).not.toBe(uri);
    expect(await receive(activity("Delete", remote("mallory"), { objectId: post.objectId }), mallory)).toBeUndefined();
  });

  test("is not passed on when it is another's, lies on another server, or is not public", async () => {
    const communityId = await cast.community(ada, { sharesMentions: true });
    await cast.join(communityId, bob);
    expect(
      await receive(mention(communityId, { attributedTo: remote("mallory", "evil.example").uri }), bob),
    ).toBeUndefined();
    expect(await receive(mention(communityId, { id: "https://evil.example/notes/1" }), bob)).toBeUndefined();
    const direct = await receive(mention(communityId, { isPublic: false }), bob);
    expect(direct?.recogniser).not.toBe("communities/sharing");
  });
});

describe("a Flag", () => {
  const flag = (objects: readonly string[]) =>
    receive(activity("Flag", remote("mod", "watchful.example"), { objects, text: "Spam." }));

  test("reaches the stewards of the community whose thing it names", async () => {
    const communityId = await cast.community(ada);
    const said = { communityId, language: "en", text: "Meet us." };
    const { announcementId } = valueOf(await cast.application.execute(announce, said, byPerson(ada)));
    const gathering = crypto.randomUUID();
    const claim = { handle: `fair_${sent}`, actorId: gathering, communityId };
    valueOf(await cast.application.execute(claimHandle, claim, byPerson(ada)));
    await flag([actorOf(communityId)]);
    await flag([`${origin}/announcements/${announcementId}`]);
    await flag([`${origin}/gatherings/${gathering}/announcement`, "https://watchful.example/x"]);
    const reports = await openReports(cast.application.read, communityId, { after: "", limit: 9 });
    expect(reports.map((report) => [report.fromHost, report.text])).toEqual(
      Array.from({ length: 3 }, () => ["watchful.example", "Spam."]),
    );
  });

  test("of nothing of ours is not taken", async () => {
    expect(await flag(["https://social.example/users/bob", `${origin}/actors/${crypto.randomUUID()}`])).toBeUndefined();
  });
});
