import { afterEach, beforeEach, expect, test } from "vitest";
import type { ForeignActor } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import { activityStreams, toInbox } from "../../../../testing/to-inbox.ts";
import { status } from "../../../../testing/foreign-answers.ts";
import { guestbookInbox, guests } from "../../../../testing/guestbook.ts";
import { goldenActivity } from "../golden/golden.ts";
import { idOf } from "../documents/reading.ts";
import { queueTables } from "../queue/queue.tables.ts";
import type { InboxReading, ReceivedActivity } from "../received.ts";
import { remoteActorTables } from "../remote-actors/remote-actors.tables.ts";
import type { Json } from "../../base/canonical-json.ts";

let here: SmallKoinon;
let peer: ForeignServer;
let ana: ForeignActor;

beforeEach(async () => {
  here = await startSmallKoinon();
  peer = await startForeignServer({ address: "127.0.0.27" });
  ana = peer.addActor("ana");
});

afterEach(async () => {
  await Promise.all([here.stop(), peer.stop()]);
});

const { inboxUrl, sharedInbox, entries, note, leftBehind } = toInbox(() => here);

test("what was answered 202 is acted on even by another process", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "hello"));
  expect(await queueTables(here.application.read).selectFrom("queue_messages").select("key").execute()).toHaveLength(1);
  await here.pump();
  expect(await queueTables(here.application.read).selectFrom("queue_messages").select("key").execute()).toHaveLength(0);
});

test("the same activity at the personal and the shared inbox, and again later, is one act", async () => {
  const vote = note(ana, "", { name: "Monday" });
  for (const inbox of [inboxUrl(), sharedInbox(), inboxUrl()]) {
    expect((await peer.send(ana, inbox, vote)).status).toBe(202);
    await here.pump();
  }
  for (const inbox of [inboxUrl(), sharedInbox()]) await peer.send(ana, inbox, vote);
  await here.pump();
  expect(await entries()).toHaveLength(1);
});

test("two hundred arrivals of one activity at once are one act", { timeout: 60_000 }, async () => {
  const vote = note(ana, "", { name: "Monday" });
  const answers = await Promise.all(Array.from({ length: 200 }, () => peer.send(ana, sharedInbox(), vote, {})));
  expect(answers.every(({ status }) => status === 202)).toBe(true);
  await here.pump();
  expect(await entries()).toHaveLength(1);
});

test("our time of receipt counts, whatever the sender writes", async () => {
  const receivedAt = here.clock.now();
  await peer.send(ana, inboxUrl(), note(ana, "hello", { published: "2001-01-01T00:00:00Z" }));
  here.clock.pass({ hours: 5 });
  await here.pump();
  expect(await entries()).toMatchObject([{ received_at: receivedAt.toString() }]);
});

test("a refusal is told to the sender, who sees the vote as cast", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "too late"));
  await here.pump();
  expect(here.replies).toMatchObject([
    { reply: { from: "circle", key: "guestbook.too-late" }, to: { actor: { uri: ana.id } } },
  ]);
});

test("acts of one actor keep their order, even when the first does not succeed at once", async () => {
  let failures = 0;
  const stumbling = guestbookInbox.map((recogniser) => ({
    ...recogniser,
    recognise: async (activity: ReceivedActivity, reading: InboxReading) => {
      if (activity.type === "Follow" && failures++ === 0) throw new Error("stumbled");
      return recogniser.recognise(activity, reading);
    },
  }));
  const there = await startSmallKoinon({ address: "127.0.0.33", recognisers: stumbling });
  const object = new URL("/actors/circle", there.origin).href;
  const follow = { "@context": activityStreams, id: `${ana.id}/follows/1`, type: "Follow", actor: ana.id, object };
  const undo = {
    "@context": activityStreams,
    id: `${ana.id}/follows/1/undo`,
    type: "Undo",
    actor: ana.id,
    object: follow,
  };
  for (const activity of [follow, undo]) await peer.send(ana, `${object}/inbox`, activity);
  await there.pump();
  there.clock.pass({ minutes: 1 });
  await there.pump();
  expect(failures).toBe(2);
  expect(await guests(there.application.read)).toEqual([]);
  await there.stop();
});

test("a move counts when both accounts say so", async () => {
  const elsewhere = await startForeignServer({ address: "127.0.0.29" });
  const moved = (id: string, to: string): Json => ({
    "@context": activityStreams,
    id: `${ana.id}#moves/${id}`,
    type: "Move",
    actor: ana.id,
    object: ana.id,
    target: to,
  });
  const stranger = elsewhere.addActor("stranger");
  const newAna = elsewhere.addActor("ana", { document: { alsoKnownAs: [ana.id] } });
  await peer.send(ana, sharedInbox(), moved("1", stranger.id));
  await peer.send(ana, sharedInbox(), moved("2", newAna.id));
  await here.pump();
  expect((await entries()).map(({ what }) => what)).toEqual([`Move ${newAna.id}`]);
  await elsewhere.stop();
});

test("the farewell of an account that is gone is taken without a word, and proves nothing", async () => {
  const leaver = peer.addActor("leaver");
  peer.serve("/users/leaver", status(410));
  const farewell = {
    "@context": activityStreams,
    id: `${leaver.id}#delete`,
    type: "Delete",
    actor: leaver.id,
    object: leaver.id,
  };
  expect((await peer.send(leaver, sharedInbox(), farewell)).status).toBe(202);
  expect(await leftBehind()).toBe(0);
  await peer.send(ana, sharedInbox(), { ...farewell, id: `${ana.id}#delete`, actor: ana.id, object: ana.id });
  await here.pump();
  expect((await entries()).map(({ what }) => what)).toEqual([`Delete ${ana.id}`]);
  expect(await remoteActorTables(here.application.read).selectFrom("remote_actors").select("uri").execute()).toEqual(
    [],
  );
});

test("what recorded servers send is taken, as if they had sent it here", async () => {
  for (const [software, name] of [
    ["mastodon", "create-note-vote"],
    ["snac2", "create-note-vote"],
    ["misskey", "create-note-vote"],
  ] as const) {
    const recorded = JSON.stringify(goldenActivity(software, name));
    const theirs = idOf(goldenActivity(software, name)["actor"]) ?? "";
    const sender = peer.addActor(software);
    const activity = recorded.replaceAll(theirs, sender.id);
    expect([software, (await peer.send(sender, sharedInbox(), activity)).status]).toEqual([software, 202]);
  }
  await here.pump();
  expect((await entries()).map(({ what }) => what).sort((a, b) => a.localeCompare(b))).toEqual([
    "Create Consent",
    "Create Mon",
    "Create Mon 7 Feb, 18:00 CET",
  ]);
});
