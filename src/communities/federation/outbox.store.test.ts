import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, plainCommunity, valueOf, type CommunityCast } from "../../../testing/community-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import type { By } from "../../kernel/commands/execute.ts";
import { announce } from "../commands/announcements/announce.ts";
import { sharePost } from "../commands/announcements/share-post.ts";
import { unsharePost } from "../commands/announcements/unshare-post.ts";
import { withdrawAnnouncement } from "../commands/announcements/withdraw-announcement.ts";
import { changeProfile } from "../commands/community/change-profile.ts";
import { approveListener } from "../commands/listening/approve-listener.ts";
import { declineListener } from "../commands/listening/decline-listener.ts";
import { startListening } from "../commands/listening/start-listening.ts";
import { fileReport } from "../commands/moderation/file-report.ts";
import { forwardReport } from "../commands/moderation/forward-report.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { communityActors } from "./actors.ts";
import { communityObjects } from "./objects.ts";
import { communityOutbox } from "./outbox.ts";

const origin = "https://gather.example";
const bob = "https://social.example/users/bob";
const world = ["https://www.w3.org/ns/activitystreams#Public"];
let cast: CommunityCast;
let ada: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
});
afterAll(() => cast.close());

/** What goes out for the last event of this name, as JSON-LD. */
async function published(name: string) {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  return publishedFor(event);
}

async function publishedFor(event: LoggedEvent) {
  const publishers = communityOutbox.filter((publisher) => publisher.events.includes(event.name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  return outgoing.map((each) => ({ ...each, activity: each.activity as ActivityDocument }));
}

const actorOf = (communityId: CommunityId) => `${origin}/actors/${communityId}`;
const federated = (): By => ({
  actor: { kind: "visitor" },
  origin: { from: "federated", key: crypto.randomUUID() },
});

describe("a Follow", () => {
  const follow = (communityId: CommunityId) =>
    cast.application.execute(
      startListening,
      { communityId, actorId: communityId, uri: bob, inbox: `${bob}/inbox`, followId: `${bob}#follow` },
      federated(),
    );
  const answerTo = (communityId: CommunityId, type: string) => ({
    from: communityId,
    to: { kind: "actors", uris: [bob] },
    activity: {
      type,
      actor: actorOf(communityId),
      to: [bob],
      object: { type: "Follow", id: `${bob}#follow`, actor: bob, object: actorOf(communityId) },
    },
  });

  test("is accepted at once by an open community, under an id that stays the same when it is sent again", async () => {
    const communityId = await cast.community(ada);
    valueOf(await follow(communityId));
    const first = await published("listening-started");
    expect(first).toMatchObject([answerTo(communityId, "Accept")]);
    expect((await published("listening-started"))[0]?.activity["id"]).toBe(first[0]?.activity["id"]);
  });

  test("is not answered by a closed community until a steward has decided", async () => {
    const communityId = await cast.community(ada, { approvesListeners: true });
    valueOf(await follow(communityId));
    expect(await published("listening-started")).toEqual([]);
    const who = { communityId, actorId: communityId, uri: bob };
    valueOf(await cast.application.execute(approveListener, who, byPerson(ada)));
    expect(await published("listening-approved")).toMatchObject([answerTo(communityId, "Accept")]);
    valueOf(await cast.application.execute(declineListener, { ...who, reason: "Go." }, byPerson(ada)));
    expect(await published("listening-declined")).toMatchObject([answerTo(communityId, "Reject")]);
  });
});

describe("an announcement", () => {
  test("goes to all who listen as a Note of the community, and is served at its page until it is withdrawn", async () => {
    const communityId = await cast.community(ada);
    const text = "Meet us **on Friday**. <script>alert(1)</script>";
    const said = { communityId, language: "en", text };
    const { announcementId } = valueOf(await cast.application.execute(announce, said, byPerson(ada)));
    const [create] = await published("announcement-made");
    const uri = `${origin}/announcements/${announcementId}`;
    expect(create).toMatchObject({ from: communityId, to: { kind: "followers" } });
    expect(create?.activity).toMatchObject({
      type: "Create",
      to: world,
      cc: [`${actorOf(communityId)}/followers`],
      object: { id: uri, type: "Note", attributedTo: actorOf(communityId) },
    });
    const json = JSON.stringify(create?.activity);
    expect(json).toContain("<strong>on Friday</strong>");
    expect(json).not.toContain("<script");
    expect(json).not.toContain(ada);

    const [served] = communityObjects;
    const load = () => served?.load(cast.application, { id: announcementId }, undefined);
    expect(await load()).toMatchObject({ id: uri, type: "Note" });
    const withdraw = { communityId, announcementId, reason: "Wrong day." };
    valueOf(await cast.application.execute(withdrawAnnouncement, withdraw, byPerson(ada)));
    expect(await published("announcement-withdrawn")).toMatchObject([
      { to: { kind: "followers" }, activity: { type: "Delete", object: { id: uri, type: "Tombstone" } } },
    ]);
    expect(await load()).toBeUndefined();
    expect(await published("announcement-made")).toEqual([]);
  });
});

test("a change of what a community says of itself goes to all who listen", async () => {
  const communityId = await cast.community(ada);
  const change = { ...plainCommunity, communityId, name: "Pear League" };
  valueOf(await cast.application.execute(changeProfile, change, byPerson(ada)));
  expect(await published("community-profile-changed")).toMatchObject([
    {
      from: communityId,
      to: { kind: "followers" },
      activity: { type: "Update", object: actorOf(communityId), to: world },
    },
  ]);
});

test("a post that is passed on is boosted by its id, and the same boost is taken back", async () => {
  const communityId = await cast.community(ada, { sharesMentions: true });
  const uri = "https://social.example/notes/7";
  const share = { communityId, personId: ada, uri, authorUri: "https://social.example/users/ada" };
  valueOf(await cast.application.execute(sharePost, share, federated()));
  const [boost] = await published("post-shared");
  expect(boost?.activity).toMatchObject({ type: "Announce", actor: actorOf(communityId), object: uri, to: world });
  valueOf(await cast.application.execute(unsharePost, { communityId, uri }, byPerson(ada)));
  const [undo] = await published("post-unshared");
  expect(undo?.activity).toMatchObject({ type: "Undo", object: { id: boost?.activity["id"], type: "Announce" } });
});

test("a complaint that is passed on comes from the server and does not say who complained", async () => {
  const communityId = await cast.community(ada);
  const accountUri = "https://evil.example/users/mallory";
  const objects = ["https://evil.example/notes/1", "no address"];
  const complaint = { communityId, account: "@mallory@evil.example", objects, text: "Threats." };
  const { reportId } = valueOf(await cast.application.execute(fileReport, complaint, byPerson(ada)));
  valueOf(await cast.application.execute(forwardReport, { communityId, reportId, accountUri }, byPerson(ada)));
  const [flag] = await published("report-forwarded");
  expect(flag).toMatchObject({
    from: "server",
    to: { kind: "actors", uris: [accountUri] },
    activity: { type: "Flag", actor: `${origin}/actors/server`, content: "Threats.", object: [accountUri, objects[0]] },
  });
  expect(JSON.stringify(flag)).not.toContain("ada");
});

test("a community is found as an actor by its id and by its handle", async () => {
  const communityId = await cast.community(ada, { handle: "vines", approvesListeners: true });
  const byHandle = await communityActors.byHandle(cast.application.read, "vines");
  expect(byHandle).toEqual(await communityActors.byId(cast.application.read, communityId));
  expect(byHandle).toMatchObject({
    type: "Group",
    handle: "vines",
    approvesFollowers: true,
    path: "/communities/vines",
  });
  expect(await communityActors.byId(cast.application.read, "server")).toBeUndefined();
});
