import { afterEach, beforeEach, expect, test } from "vitest";
import { startForeignServer, type ForeignServer } from "../../../testing/foreign-server.ts";
import { guests, post } from "../../../testing/guestbook.ts";
import { verifyCavage } from "../../../testing/http-signature.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../testing/small-koinon.ts";
import { tellSubscriber } from "../../../testing/test-application.ts";
import { isObject } from "./documents/reading.ts";
import type { DirectMessage } from "./federation-handle.ts";
import { createActorKeys } from "./keys/actor-keys.ts";

let here: SmallKoinon;
let there: SmallKoinon;
let peer: ForeignServer;

beforeEach(async () => {
  here = await startSmallKoinon({ address: "127.0.0.37" });
  there = await startSmallKoinon({ address: "127.0.0.38" });
  peer = await startForeignServer({ address: "127.0.0.39" });
});

afterEach(async () => {
  await Promise.all([here.stop(), there.stop(), peer.stop()]);
});

const circle = () => new URL("/actors/circle", here.origin).href;

async function sendDirect(message: DirectMessage): Promise<void> {
  await here.application.database.write(await here.federation.prepareDirect(message));
}

async function say(text: string, to: string | null, key = text): Promise<void> {
  const by = { actor: { kind: "server" }, origin: { from: "cli", key } } as const;
  await here.application.execute(post, { id: key, text, to }, by);
  await here.pump();
}

test("a follower is accepted and hears what is said, by a request that anybody can check", async () => {
  const ana = peer.addActor("ana");
  const follow = {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${ana.id}/f`,
    type: "Follow",
    actor: ana.id,
    object: circle(),
  };
  expect((await peer.send(ana, `${circle()}/inbox`, follow)).status).toBe(202);
  await here.pump();
  expect(await guests(here.application.read)).toEqual([ana.id]);
  const accept = await peer.waitForActivity("Accept");
  expect(accept.activity).toMatchObject({ actor: circle(), object: { id: `${ana.id}/f` } });

  await say("hello", null);
  const heard = await peer.waitForActivity("Create");
  expect(heard.activity["proof"]).toMatchObject({
    cryptosuite: "eddsa-jcs-2022",
    verificationMethod: `${circle()}#ed25519-key`,
  });
  expect(isObject(heard.activity["object"]) && "tag" in heard.activity["object"]).toBe(false);
  const { rsa } = await createActorKeys(here.application).of("circle");
  const verdict = verifyCavage(heard.request, rsa.publicKey.export({ type: "spki", format: "pem" }));
  expect(verdict).toEqual({
    keyId: `${circle()}#main-key`,
    covered: ["(request-target)", "host", "date", "digest"],
    isSignatureValid: true,
    isDigestRight: true,
  });
});

test("an event told twice is said once", async () => {
  const ana = peer.addActor("ana");
  await say("hello", ana.id);
  const [subscriber] = here.federation.subscribers;
  const event = {
    id: "guestbook/1",
    chain: "guestbook",
    sequence: 1,
    at: here.clock.now(),
    actor: "server",
    command: "guestbook/post",
  };
  const payload = { id: "hello", text: "hello", to: ana.id };
  await tellSubscriber(here.application, subscriber, { ...event, name: "posted", version: 1, payload });
  await here.pump();
  expect(peer.activities("Create")).toHaveLength(1);
  expect(peer.activities("Create")[0]?.activity["id"]).toBe(new URL("/activities/guestbook/1/0", here.origin).href);
});

test("a message to one person mentions them, names nobody else, carries no proof, and is sent once", async () => {
  const ana = peer.addActor("ana");
  const message = {
    from: "circle",
    to: ana.id,
    text: "You are on the list.\n\nhttps://gather.example/1",
    language: "en",
    inReplyTo: undefined,
    key: "welcome",
  };
  for (let time = 0; time < 2; time++) {
    await sendDirect(message);
    await here.pump();
  }
  const [sent, ...others] = peer.activities("Create");
  expect(others).toEqual([]);
  expect(sent?.request.target).toBe("/users/ana/inbox");
  expect(sent?.activity).toMatchObject({
    actor: circle(),
    to: [ana.id],
    cc: [],
    object: {
      type: "Note",
      attributedTo: circle(),
      to: [ana.id],
      tag: [{ type: "Mention", href: ana.id, name: `@${ana.handle}` }],
    },
  });
  const note = sent?.activity["object"];
  const content = isObject(note) && typeof note["content"] === "string" ? note["content"] : "";
  expect(content).toContain('<p><a href="https://gather.example/1">https://gather.example/1</a></p>');
  expect(isObject(note) && note["contentMap"]).toEqual({ en: content });
  expect(sent?.activity["proof"]).toBeUndefined();
});

test("two Koinons understand each other, and two of their actors find each other by handle", async () => {
  const found = await there.federation.lookUpActor(`@circle@${here.origin.host}`);
  expect(found).toMatchObject({
    ok: true,
    value: { uri: circle(), type: "Group", handle: `@circle@${here.origin.host}` },
  });
  await sendDirect({
    from: "circle",
    to: new URL("/actors/circle", there.origin).href,
    text: "count us in",
    language: undefined,
    inReplyTo: undefined,
    key: "between circles",
  });
  await here.pump();
  await there.pump();
  expect([...there.met]).toEqual([circle()]);
  expect(here.failures).toEqual([]);
  expect(there.refusals).toEqual([]);
});

test("a server that is stopped in the middle of delivering loses nothing", async () => {
  const ana = peer.addActor("ana");
  const controller = new AbortController();
  const running = here.federation.startQueues(controller.signal);
  for (let count = 0; count < 10; count++) {
    const by = { actor: { kind: "server" }, origin: { from: "cli", key: `${count}` } } as const;
    await here.application.execute(post, { id: `${count}`, text: `${count}`, to: ana.id }, by);
  }
  controller.abort();
  await expect(running).resolves.toBeUndefined();
  await here.pump();
  const ids = peer.activities("Create").map(({ activity }) => activity["id"]);
  expect(new Set(ids).size).toBe(10);
});

test("a server that is stopped as soon as it works, while it still tidies up, ends", async () => {
  const controller = new AbortController();
  const running = here.federation.startQueues(controller.signal);
  controller.abort();
  await expect(running).resolves.toBeUndefined();
});
