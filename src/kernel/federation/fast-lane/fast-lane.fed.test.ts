import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshKeys, type ForeignActor } from "../../../../testing/foreign-actor.ts";
import { json } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer, type Sending } from "../../../../testing/foreign-server.ts";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { StorageFailure } from "../../database/database.ts";
import { documentFetcher } from "../documents/fetch-document.ts";
import { createEgress } from "../egress/create-egress.ts";
import { createMessageQueue } from "../queue/message-queue.ts";
import { queueSchema } from "../queue/queue.tables.ts";
import type { ReceivedActivity } from "../received.ts";
import { createRemoteActors, type RemoteActors } from "../remote-actors/remote-actors.ts";
import { remoteActorSchema } from "../remote-actors/remote-actors.tables.ts";
import { createFastLane } from "./create-fast-lane.ts";
import { enterByFastLane } from "./node-door.ts";

let world: TestApplication;
let foreign: ForeignServer;
let actors: RemoteActors;
let door: Server;
let origin: URL;
const serverKeys = freshKeys();

/** What was done with activities so far; what the next one meets; what went on to the stock lane. */
let taken: ReceivedActivity[] = [];
let nextFails: Error | undefined;
let leftToStock: string[] = [];

beforeAll(async () => {
  world = await openTestApplication({ schema: [...remoteActorSchema, ...queueSchema] });
  foreign = await startForeignServer({ address: "127.0.0.41" });
  door = createServer();
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  // The address of a TCP server is never a string or null while it listens.
  origin = new URL(`http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  const { application } = world;
  const egress = createEgress({ origin, clock: application.clock, version: "0", reachesPrivateAddresses: true });
  const signer = async () => ({ keyId: `${origin.href}actors/server#main-key`, privateKey: serverKeys.privateKey });
  const fetchDocument = documentFetcher(egress, application.clock, signer);
  actors = createRemoteActors(application, { egress, fetchDocument, clock: application.clock, scheme: "http:" });
  const lane = createFastLane({
    application: { ...application, origin },
    actors,
    route: async (activity) => {
      if (nextFails !== undefined) throw nextFails;
      taken.push(activity);
    },
    queue: "received",
    report: { failed: () => {} },
  });
  const stock = getRequestListener(async (request) => {
    leftToStock.push(await request.text());
    return new Response(null, { status: 401 });
  });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!(await enterByFastLane(lane, incoming, outgoing))) await stock(incoming, outgoing);
  };
  door.on("request", (incoming, outgoing) => void answer(incoming, outgoing));
});

beforeEach(() => {
  taken = [];
  leftToStock = [];
  nextFails = undefined;
});

afterAll(async () => {
  door.closeAllConnections();
  await Promise.all([foreign.stop(), world.close(), new Promise((resolve) => door.close(resolve))]);
});

/** An actor who took part before, so that it is kept here. */
async function known(name: string, keyAt: "fragment" | "path" = "fragment"): Promise<ForeignActor> {
  const actor = foreign.addActor(name, { keyAt });
  const found = await actors.ask(actor.id);
  if (!found.ok) throw new Error(`${actor.id} was not found: ${found.refusal.kind}`);
  await actors.keep(found.value);
  return actor;
}

let votes = 0;

function voteBy(actor: ForeignActor) {
  votes += 1;
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${actor.id}#votes/${votes}/activity`,
    type: "Create",
    actor: actor.id,
    object: {
      id: `${actor.id}#votes/${votes}`,
      type: "Note",
      name: "Tue 19:00 UTC",
      attributedTo: actor.id,
      inReplyTo: `${origin.origin}/gatherings/1/polls/1`,
      to: `${origin.origin}/actors/1`,
    },
  };
}

async function send(sender: ForeignActor, activity: Json, sending: Sending = {}, path = "/inbox"): Promise<number> {
  const now = world.clock.now();
  return (await foreign.send(sender, `${origin.origin}${path}`, activity, { now, ...sending })).status;
}

/** What is seen of a request that went on whole, with nothing done about it here. */
function leftWhole(activity: Json) {
  return { taken: [], leftToStock: [typeof activity === "string" ? activity : JSON.stringify(activity)] };
}

test.each(["fragment", "path"] as const)(
  "a signed vote of somebody known is taken, its key standing at a %s",
  async (keyAt) => {
    const ana = await known(`ana-${keyAt}`, keyAt);
    const vote = voteBy(ana);

    expect(await send(ana, vote)).toBe(202);
    expect(taken).toMatchObject([
      {
        id: vote.id,
        type: "Create",
        actor: { uri: ana.id, inbox: ana.inbox },
        object: { name: "Tue 19:00 UTC", inReplyTo: vote.object.inReplyTo, attributedTo: ana.id, isPublic: false },
        receivedAt: world.clock.now(),
      },
    ]);
    expect(leftToStock).toEqual([]);
  },
);

test("a vote is taken at an actor's own inbox, and however servers order and name their signatures", async () => {
  const ana = await known("ana-inbox");
  const likeGoToSocial = { algorithm: "hs2019" };
  const likeSnac2 = { covered: ["(request-target)", "host", "digest", "date"] };

  expect(await send(ana, voteBy(ana), {}, "/actors/0190a8f2-7c1e-7000-8000-000000000001/inbox")).toBe(202);
  expect(await send(ana, voteBy(ana), likeGoToSocial)).toBe(202);
  expect(await send(ana, voteBy(ana), likeSnac2)).toBe(202);
  expect(taken).toHaveLength(3);
});

test("somebody who was never met is left to the stock lane, and nothing is asked of their server", async () => {
  const stranger = foreign.addActor("stranger");
  const vote = voteBy(stranger);
  await send(stranger, vote);

  expect({ taken, leftToStock }).toEqual(leftWhole(vote));
  expect(foreign.received.filter(({ target }) => target === "/users/stranger")).toEqual([]);
});

const spoilt: readonly (readonly [string, Sending])[] = [
  ["unsigned", { scheme: "unsigned" }],
  ["signed by RFC 9421", { scheme: "rfc9421" }],
  ["signed without its target", { covered: ["host", "date", "digest"] }],
  ["signed without the host", { covered: ["(request-target)", "date", "digest"] }],
  ["signed without the date", { covered: ["(request-target)", "host", "digest"] }],
  ["signed without the digest", { covered: ["(request-target)", "host", "date"] }],
  ["signed for another host", { host: "other.example" }],
  ["without a date", { leftOut: ["date"] }],
  ["without a digest", { leftOut: ["digest"] }],
  ["with the digest of another body", { digestOf: "{}" }],
  ["of another algorithm", { algorithm: "hmac-sha256" }],
  ["of another media type", { contentType: "application/json" }],
];

test.each(spoilt)("a vote %s is left to the stock lane whole", async (_how, sending) => {
  const ana = await known("ana-spoilt");
  const vote = voteBy(ana);
  await send(ana, vote, sending);

  expect({ taken, leftToStock }).toEqual(leftWhole(vote));
});

test("a body that was swapped under a valid signature is not taken", async () => {
  const ana = await known("ana-swapped");
  const other = JSON.stringify(voteBy(ana));
  await send(ana, voteBy(ana), { sentBody: other });

  expect({ taken, leftToStock }).toEqual(leftWhole(other));
});

test("a signature outside the allowed time is not taken", async () => {
  const ana = await known("ana-late");
  for (const hours of [-12.1, 12.1]) {
    leftToStock = [];
    const vote = voteBy(ana);
    await send(ana, vote, { now: world.clock.now().add({ minutes: hours * 60 }) });
    expect({ taken, leftToStock }).toEqual(leftWhole(vote));
  }
});

test("a vote of one actor signed by another is not taken, not even on one server", async () => {
  const ana = await known("ana-victim");
  const eve = await known("eve");
  const vote = voteBy(ana);
  await send(eve, vote);
  expect({ taken, leftToStock }).toEqual(leftWhole(vote));

  leftToStock = [];
  await send(eve, vote, { keyId: ana.keyId });
  expect({ taken, leftToStock }).toEqual(leftWhole(vote));

  leftToStock = [];
  await send(ana, vote, { keyId: `${ana.id}#second-key` });
  expect({ taken, leftToStock }).toEqual(leftWhole(vote));
});

test("what speaks of another server's things is left to the stock lane to refuse", async () => {
  const ana = await known("ana-forger");
  const vote = { ...voteBy(ana), id: "https://victim.example/users/vic#votes/1" };
  await send(ana, vote);

  expect({ taken, leftToStock }).toEqual(leftWhole(vote));
});

test("an activity that might be read in two ways, or is no JSON, is left to the stock lane", async () => {
  const ana = await known("ana-odd");
  const vote = voteBy(ana);
  const twice = JSON.stringify(vote).replace('"type":"Create"', '"type":"Create","type":"Delete"');
  const long = JSON.stringify({ ...vote, padding: "x".repeat(8 * 1024) });
  for (const odd of [{ ...vote, signature: { type: "RsaSignature2017" } }, twice, long, "{", ""]) {
    leftToStock = [];
    await send(ana, odd);
    expect({ taken, leftToStock }).toEqual(leftWhole(odd));
  }
});

test("when nothing can be stored, the sender is asked to come again", async () => {
  const ana = await known("ana-full");
  nextFails = new StorageFailure("full", undefined);
  expect(await send(ana, voteBy(ana))).toBe(503);
});

test("what cannot be done now for another reason is left to the stock lane to keep", async () => {
  const ana = await known("ana-later");
  nextFails = new Error("a server cannot be asked now");
  const vote = voteBy(ana);
  await send(ana, vote);

  expect({ taken, leftToStock }).toEqual(leftWhole(vote));
});

test("nothing overtakes what the same actor sent before and the stock lane still keeps", async () => {
  const [ana, ben] = [await known("ana-waiting"), await known("ben-waiting")];
  const queue = createMessageQueue(world.application, { name: "received" });
  await queue.enqueue({ type: "Follow" }, { orderingKey: ana.id });
  const vote = voteBy(ana);
  await send(ana, vote);
  expect({ taken, leftToStock }).toEqual(leftWhole(vote));

  expect(await send(ben, voteBy(ben))).toBe(202);
  await queue.pump(() => {});
  expect(await send(ana, voteBy(ana))).toBe(202);
});

test("a key that its actor no longer shows is good for nothing", async () => {
  const ana = await known("ana-rotated");
  expect(await send(ana, voteBy(ana))).toBe(202);
  const renewed = foreign.addActor("ana-rotated");
  foreign.serve("/users/ana-rotated", json(renewed.document));
  await actors.ask(ana.id);

  taken = [];
  const vote = voteBy(ana);
  await send(ana, vote);
  expect({ taken, leftToStock }).toEqual(leftWhole(vote));

  expect(await send(renewed, voteBy(renewed))).toBe(202);
});

test("somebody kept is still known after the memory of the process is gone", async () => {
  const ana = await known("ana-kept");
  world.clock.pass({ minutes: 11 });
  expect(actors.remembered(ana.id)).toBeUndefined();
  expect(await send(ana, voteBy(ana))).toBe(202);
});
