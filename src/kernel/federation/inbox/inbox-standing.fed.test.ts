import { afterEach, beforeEach, expect, test } from "vitest";
import type { ForeignActor } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import { activityStreams, toInbox } from "../../../../testing/to-inbox.ts";
import { sendRequest } from "../../../../testing/http-exchange.ts";
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

const { circle, inboxUrl, entries, note, leftBehind } = toInbox(() => here);

test.each<[string, (actor: ForeignActor) => Json]>([
  ["a message", (actor) => note(actor, "hello")],
  ["a vote", (actor) => note(actor, "", { name: "Monday" })],
  [
    "a follow",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/f`,
      type: "Follow",
      actor: actor.id,
      object: circle(),
    }),
  ],
  [
    "an undoing",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/u`,
      type: "Undo",
      actor: actor.id,
      object: { type: "Follow", actor: actor.id, object: circle() },
    }),
  ],
  [
    "a boost",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/b`,
      type: "Announce",
      actor: actor.id,
      object: `${circle()}/1`,
    }),
  ],
  [
    "a like",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/l`,
      type: "Like",
      actor: actor.id,
      object: `${circle()}/1`,
    }),
  ],
  [
    "a join",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/j`,
      type: "Join",
      actor: actor.id,
      object: `${circle()}/1`,
    }),
  ],
  ["an edit", (actor) => ({ ...(note(actor, "x") as object), type: "Update" })],
  [
    "a deletion",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/d`,
      type: "Delete",
      actor: actor.id,
      object: `${actor.id}/1`,
    }),
  ],
  [
    "a move",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/m`,
      type: "Move",
      actor: actor.id,
      object: actor.id,
      target: `${actor.id}2`,
    }),
  ],
  [
    "a report",
    (actor) => ({
      "@context": activityStreams,
      id: `${actor.id}/r`,
      type: "Flag",
      actor: actor.id,
      object: [circle()],
    }),
  ],
])("%s of a blocked account, or from a blocked host, does not get in", async (_what, activity) => {
  const host = new URL(peer.origin).host;
  for (const name of [ana.id, host]) {
    here.blocked.clear();
    here.blocked.add(name);
    expect((await peer.send(ana, inboxUrl(), activity(ana))).status).toBe(403);
  }
  expect(await leftBehind()).toBe(0);
  // Nor is anything asked of them.
  expect(peer.received.filter(({ method }) => method === "GET")).toEqual([]);
});

test("a block that comes while an activity waits keeps it out", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "hello"));
  here.blocked.add(ana.id);
  await here.pump();
  expect(await entries()).toEqual([]);
});

test("a sub-domain of a blocked host is blocked, a host that only ends alike is not", async () => {
  here.blocked.add("blocked.example");
  expect(await sent("https://blocked.example/users/x")).toBe(403);
  expect(await sent("https://sub.blocked.example/users/x")).toBe(403);
  expect(await sent("https://notblocked.example/users/x")).toBe(401);

  async function sent(actor: string): Promise<number> {
    const body = JSON.stringify({
      "@context": activityStreams,
      id: `${actor}/1`,
      type: "Like",
      actor,
      object: circle(),
    });
    return (
      await sendRequest({
        method: "POST",
        url: inboxUrl(),
        headers: { "content-type": "application/activity+json" },
        body,
      })
    ).status;
  }
});

test("a forged object, deletion or undoing is refused before anything is kept", async () => {
  const ben = peer.addActor("ben");
  const undo = {
    "@context": activityStreams,
    id: `${ana.id}/u`,
    type: "Undo",
    actor: ana.id,
    object: { id: `${ben.id}/f`, type: "Follow", actor: ben.id, object: circle() },
  };
  const forged: readonly Json[] = [
    note(ana, "x", { attributedTo: ben.id }),
    note(ana, "x", { id: "https://victim.example/1" }),
    { ...(note(ana, "x") as object), id: "https://victim.example/1" },
    undo,
    {
      "@context": activityStreams,
      id: `${ana.id}/d`,
      type: "Delete",
      actor: ana.id,
      object: "https://victim.example/1",
    },
  ];
  for (const activity of forged) expect((await peer.send(ana, inboxUrl(), activity)).status).toBe(403);
  await here.pump();
  expect(await entries()).toEqual([]);
});
