import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ForeignActor } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { guestbookEntries } from "../../../../testing/guestbook.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import type { Json } from "../../base/canonical-json.ts";
import { enterByFastLane } from "./node-door.ts";

let koinon: SmallKoinon;
let foreign: ForeignServer;
let door: Server;
let doorPort: number;
let lanes: string[] = [];

beforeAll(async () => {
  koinon = await startSmallKoinon({ address: "127.0.0.42" });
  foreign = await startForeignServer({ address: "127.0.0.43" });
  const page = () => new Response(null, { status: 404 });
  const stock = getRequestListener((request) => koinon.federation.fetch(request, page));
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { fastLane } = koinon.federation;
    const isTaken = fastLane !== undefined && (await enterByFastLane(fastLane, incoming, outgoing));
    lanes.push(isTaken ? "fast" : "stock");
    if (!isTaken) await stock(incoming, outgoing);
  };
  door = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.42", resolve));
  const bound = door.address();
  doorPort = typeof bound === "object" && bound !== null ? bound.port : 0;
});

afterAll(async () => {
  door.closeAllConnections();
  await Promise.all([new Promise((resolve) => door.close(resolve)), foreign.stop(), koinon.stop()]);
});

let made = 0;

function activityOf(actor: ForeignActor, type: string, object: Json) {
  made += 1;
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${actor.id}#${type}/${made}`,
    type,
    actor: actor.id,
    object,
  };
}

function voteOf(actor: ForeignActor, option: string) {
  made += 1;
  const circle = `${koinon.origin.origin}/actors/circle`;
  const note = { id: `${actor.id}#votes/${made}`, type: "Note", attributedTo: actor.id, inReplyTo: circle, to: circle };
  return activityOf(actor, "Create", { ...note, name: option });
}

/** Sends by the door where both lanes begin; says by which it went in, and how it was answered. */
async function send(actor: ForeignActor, activity: Json, contentType = "application/activity+json") {
  lanes = [];
  const inbox = `http://127.0.0.42:${doorPort}/inbox`;
  const now = koinon.clock.now();
  const { status } = await foreign.send(actor, inbox, activity, { host: koinon.origin.host, now, contentType });
  return { status, lane: lanes.join() };
}

/** The stock lane takes plain JSON too, and the fast one does not: so a test can choose. */
const stockOnly = "application/json";

async function entriesOf(actor: ForeignActor) {
  return (await guestbookEntries(koinon.application.read)).filter(({ person }) => person === `person:${actor.id}`);
}

test("whoever comes for the first time goes by the stock lane, and by the fast one from then on", async () => {
  const ana = foreign.addActor("ana");
  expect(await send(ana, voteOf(ana, "one"))).toEqual({ status: 202, lane: "stock" });
  await koinon.pump();
  expect(await send(ana, voteOf(ana, "two"))).toEqual({ status: 202, lane: "fast" });

  expect((await entriesOf(ana)).map(({ what }) => what)).toEqual(["Create one", "Create two"]);
});

test("what comes by the fast lane is done when it is answered", async () => {
  const ben = foreign.addActor("ben");
  await send(ben, voteOf(ben, "one"));
  await koinon.pump();
  const deeds = [
    voteOf(ben, "two"),
    activityOf(ben, "Join", "https://b.example/1"),
    activityOf(ben, "Leave", "https://b.example/1"),
  ];
  for (const deed of deeds) expect(await send(ben, deed)).toEqual({ status: 202, lane: "fast" });

  const entries = await entriesOf(ben);
  expect(entries.map(({ activity }) => activity).slice(1)).toEqual(deeds.map(({ id }) => id));
  expect(entries.at(-1)).toMatchObject({
    what: "Leave https://b.example/1",
    received_at: koinon.clock.now().toString(),
  });
});

test("an activity that comes again, by whichever lane, is done once", async () => {
  const cleo = foreign.addActor("cleo");
  await send(cleo, voteOf(cleo, "one"));
  await koinon.pump();
  const vote = voteOf(cleo, "two");
  expect(await send(cleo, vote)).toEqual({ status: 202, lane: "fast" });
  expect(await send(cleo, vote)).toEqual({ status: 202, lane: "fast" });
  expect(await send(cleo, vote, stockOnly)).toEqual({ status: 202, lane: "stock" });
  await koinon.pump();
  expect(await send(cleo, { ...vote, object: voteOf(cleo, "three").object })).toEqual({ status: 202, lane: "fast" });

  expect((await entriesOf(cleo)).map(({ what }) => what)).toEqual(["Create one", "Create two"]);
});

test("a refusal is answered like everything else, and told to the sender", async () => {
  const dan = foreign.addActor("dan");
  await send(dan, voteOf(dan, "one"));
  await koinon.pump();
  expect(await send(dan, voteOf(dan, "too late"))).toEqual({ status: 202, lane: "fast" });
  expect(koinon.replies.filter(({ to }) => to.actor.uri === dan.id)).toMatchObject([
    { reply: { from: "circle", key: "guestbook.too-late" } },
  ]);
});

test("nothing is heard of somebody who was blocked meanwhile", async () => {
  const eve = foreign.addActor("eve");
  await send(eve, voteOf(eve, "one"));
  await koinon.pump();
  koinon.blocked.add(eve.id);
  await send(eve, voteOf(eve, "two"));
  await koinon.pump();
  expect(await entriesOf(eve)).toHaveLength(1);
});
