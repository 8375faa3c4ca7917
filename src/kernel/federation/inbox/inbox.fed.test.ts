import { afterEach, beforeEach, expect, test } from "vitest";
import { goldenActivity } from "../golden/golden.ts";
import { freshKeys, type ForeignActor } from "../../../../testing/foreign-actor.ts";
import { json, nestedJson, status } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer, type Sending } from "../../../../testing/foreign-server.ts";
import { guestbookEntries, guestbookInbox, guests } from "../../../../testing/guestbook.ts";
import { sendRequest } from "../../../../testing/http-exchange.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import type { Json } from "../../base/canonical-json.ts";
import { deliveryTables } from "../deliveries/deliveries.tables.ts";
import { idOf } from "../documents/reading.ts";
import { queueTables } from "../queue/queue.tables.ts";
import type { InboxReading, ReceivedActivity } from "../received.ts";
import { remoteActorTables } from "../remote-actors/remote-actors.tables.ts";

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

const context = "https://www.w3.org/ns/activitystreams";
let count = 0;

function note(by: ForeignActor, content: string, more: Readonly<Record<string, Json>> = {}): Json {
  count += 1;
  const object = { id: `${by.id}/notes/${count}`, type: "Note", attributedTo: by.id, content, to: circle(), ...more };
  return {
    "@context": context,
    id: `${by.id}/notes/${count}/activity`,
    type: "Create",
    actor: by.id,
    to: circle(),
    object,
  };
}

const circle = () => new URL("/actors/circle", here.origin).href;
const inboxUrl = () => `${circle()}/inbox`;
const sharedInbox = () => new URL("/inbox", here.origin).href;
const entries = () => guestbookEntries(here.application.read);

/** Everything that a refused request could have left behind. */
async function leftBehind(): Promise<number> {
  await here.pump();
  const { read } = here.application;
  const rows = await Promise.all([
    entries(),
    guests(read),
    queueTables(read).selectFrom("queue_messages").select("id").execute(),
    remoteActorTables(read).selectFrom("remote_actors").select("uri").execute(),
    deliveryTables(read).selectFrom("outgoing_activities").select("id").execute(),
  ]);
  return rows.flat().length + here.met.size;
}

test.each<[string, Sending]>([
  ["draft-cavage", {}],
  ["RFC 9421", { scheme: "rfc9421" }],
])("a message signed by %s is answered 202 and acted on, as the person who sent it", async (_scheme, sending) => {
  expect((await peer.send(ana, inboxUrl(), note(ana, "<p>count me in</p>"), sending)).status).toBe(202);
  expect(await entries()).toEqual([]);
  await here.pump();
  expect(await entries()).toMatchObject([{ what: "Create count me in", person: `person:${ana.id}` }]);
});

test("an actor whose key stands at a path of its own is believed as well", async () => {
  const gus = peer.addActor("gus", { keyAt: "path" });
  expect((await peer.send(gus, sharedInbox(), note(gus, "hello"))).status).toBe(202);
});

test("what was answered 202 is acted on even by another process", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "hello"));
  expect(await queueTables(here.application.read).selectFrom("queue_messages").select("key").execute()).toHaveLength(1);
  await here.pump();
  expect(await queueTables(here.application.read).selectFrom("queue_messages").select("key").execute()).toHaveLength(0);
});

test.each<[string, Sending & { readonly skewHours?: number }]>([
  ["unsigned", { scheme: "unsigned" }],
  ["signed without its target", { covered: ["host", "date", "digest"] }],
  ["signed without its host", { covered: ["(request-target)", "date", "digest"] }],
  ["signed without its time", { covered: ["(request-target)", "host", "digest"] }],
  ["signed without its digest", { covered: ["(request-target)", "host", "date"] }],
  ["sent without a digest", { leftOut: ["digest"] }],
  ["sent without a date", { leftOut: ["date"] }],
  ["signed for another host", { host: "other.example" }],
  ["signed by nobody's key", { privateKey: freshKeys().privateKey }],
  ["signed under a key's name that its actor does not show", { keyId: "http://127.0.0.27/elsewhere#main-key" }],
  ["of thirteen hours ago", { skewHours: -13 }],
  ["of thirteen hours hence", { skewHours: 13 }],
  ["with the digest of another body", { digestOf: "{}" }],
  ["RFC 9421 without method", { scheme: "rfc9421", covered: ["@target-uri", "content-digest"] }],
  ["RFC 9421 without target", { scheme: "rfc9421", covered: ["@method", "content-digest"] }],
  ["RFC 9421 without digest", { scheme: "rfc9421", covered: ["@method", "@target-uri"] }],
  ["RFC 9421 by nobody's key", { scheme: "rfc9421", privateKey: freshKeys().privateKey }],
  ["RFC 9421 of thirteen hours ago", { scheme: "rfc9421", skewHours: -13 }],
])("a message %s is refused and leaves nothing behind", async (_how, { skewHours = 0, ...sending }) => {
  const now = here.clock.now().add({ hours: skewHours });
  const answer = await peer.send(ana, inboxUrl(), note(ana, "hello"), { now, ...sending });
  expect(answer.status).toBe(401);
  expect(await leftBehind()).toBe(0);
});

test("a key counts only under the name by which its actor shows it", async () => {
  expect((await peer.send(ana, inboxUrl(), note(ana, "hello"), { keyId: `${ana.id}#other-key` })).status).toBe(401);
  expect(await leftBehind()).toBe(0);
});

test("a body swapped under a valid signature is refused", async () => {
  const sentBody = JSON.stringify(note(ana, "no"));
  for (const scheme of ["cavage", "rfc9421"] as const) {
    expect((await peer.send(ana, inboxUrl(), note(ana, "yes"), { scheme, sentBody })).status).toBe(401);
  }
  expect(await leftBehind()).toBe(0);
});

test("with federation switched off an inbox is not there, and nothing is kept", async () => {
  const off = await startSmallKoinon({ address: "127.0.0.32", isEnabled: false });
  for (const scheme of ["cavage", "unsigned"] as const) {
    for (const path of ["/inbox", "/actors/circle/inbox"]) {
      expect((await peer.send(ana, new URL(path, off.origin).href, note(ana, "hello"), { scheme })).status).toBe(404);
    }
  }
  expect(await off.federation.pump()).toBe(0);
  expect(await guestbookEntries(off.application.read)).toEqual([]);
  expect(await remoteActorTables(off.application.read).selectFrom("remote_actors").selectAll().execute()).toEqual([]);
  await off.stop();
});

test("an activity of one actor signed by another is refused before anything is done", async () => {
  const ben = peer.addActor("ben");
  const rogue = await startForeignServer({ address: "127.0.0.28" });
  const mallory = rogue.addActor("mallory");
  // One of the same server, one of another, and one who names the victim as the owner of his key.
  const thief = rogue.addActor("thief", {
    document: { publicKey: { id: `${rogue.origin}/users/thief#main-key`, owner: ana.id, publicKeyPem: "" } },
  });
  rogue.serve(
    "/key",
    json({
      "@context": [context, "https://w3id.org/security/v1"],
      id: `${rogue.origin}/key`,
      type: "CryptographicKey",
      owner: ana.id,
      publicKeyPem: mallory.publicKeyPem,
    }),
  );
  const senders: readonly (readonly [ForeignServer, ForeignActor, Sending])[] = [
    [peer, ben, {}],
    [rogue, mallory, {}],
    [rogue, thief, {}],
    [rogue, mallory, { keyId: `${rogue.origin}/key` }],
    [rogue, mallory, { keyId: ana.keyId }],
    [rogue, mallory, { keyId: ana.keyId, scheme: "rfc9421" }],
  ];
  for (const [server, sender, sending] of senders) {
    expect((await server.send(sender, inboxUrl(), note(ana, "hello"), sending)).status).toBe(401);
  }
  expect(await leftBehind()).toBe(0);
  await rogue.stop();
});

test("a signature inside the activity proves nothing: neither an LD signature nor an integrity proof", async () => {
  const mallory = peer.addActor("mallory");
  const signature = {
    type: "RsaSignature2017",
    creator: ana.keyId,
    created: "2027-02-01T10:00:00Z",
    signatureValue: "x",
  };
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    verificationMethod: `${ana.id}#ed25519-key`,
    proofPurpose: "assertionMethod",
    created: "2027-02-01T10:00:00Z",
    proofValue: "z3",
  };
  for (const inside of [{ signature }, { proof }]) {
    const forwarded = { ...(note(ana, "hello") as object), ...inside };
    expect((await peer.send(mallory, inboxUrl(), forwarded)).status).toBe(401);
    expect((await peer.send(mallory, inboxUrl(), forwarded, { scheme: "unsigned" })).status).toBe(401);
  }
  expect(await leftBehind()).toBe(0);
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
  const follow = { "@context": context, id: `${ana.id}/follows/1`, type: "Follow", actor: ana.id, object };
  const undo = { "@context": context, id: `${ana.id}/follows/1/undo`, type: "Undo", actor: ana.id, object: follow };
  for (const activity of [follow, undo]) await peer.send(ana, `${object}/inbox`, activity);
  await there.pump();
  there.clock.pass({ minutes: 1 });
  await there.pump();
  expect(failures).toBe(2);
  expect(await guests(there.application.read)).toEqual([]);
  await there.stop();
});

test("a new key is believed once its owner's server shows it", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "one"));
  here.clock.pass({ minutes: 6 });
  const again = peer.addActor("ana");
  expect((await peer.send(again, inboxUrl(), note(again, "two"))).status).toBe(202);
  expect((await peer.send(ana, inboxUrl(), note(ana, "three"))).status).toBe(401);
});

test("a move counts when both accounts say so", async () => {
  const elsewhere = await startForeignServer({ address: "127.0.0.29" });
  const moved = (id: string, to: string): Json => ({
    "@context": context,
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
    "@context": context,
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

test("a server that cannot be asked for its actor's key is told to come again", async () => {
  peer.serve("/users/ana", status(503));
  const answer = await peer.send(ana, inboxUrl(), note(ana, "hello"));
  expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "600"]);
  expect(await leftBehind()).toBe(0);
});

test("an inbox of nobody is 404, of one who is gone 410", async () => {
  expect((await peer.send(ana, `${here.origin.href}actors/nobody/inbox`, note(ana, "hello"))).status).toBe(404);
  expect((await peer.send(ana, `${here.origin.href}actors/gone/inbox`, note(ana, "hello"))).status).toBe(410);
});

test.each<[string, (actor: ForeignActor) => Json]>([
  ["a message", (actor) => note(actor, "hello")],
  ["a vote", (actor) => note(actor, "", { name: "Monday" })],
  [
    "a follow",
    (actor) => ({ "@context": context, id: `${actor.id}/f`, type: "Follow", actor: actor.id, object: circle() }),
  ],
  [
    "an undoing",
    (actor) => ({
      "@context": context,
      id: `${actor.id}/u`,
      type: "Undo",
      actor: actor.id,
      object: { type: "Follow", actor: actor.id, object: circle() },
    }),
  ],
  [
    "a boost",
    (actor) => ({
      "@context": context,
      id: `${actor.id}/b`,
      type: "Announce",
      actor: actor.id,
      object: `${circle()}/1`,
    }),
  ],
  [
    "a like",
    (actor) => ({ "@context": context, id: `${actor.id}/l`, type: "Like", actor: actor.id, object: `${circle()}/1` }),
  ],
  [
    "a join",
    (actor) => ({ "@context": context, id: `${actor.id}/j`, type: "Join", actor: actor.id, object: `${circle()}/1` }),
  ],
  ["an edit", (actor) => ({ ...(note(actor, "x") as object), type: "Update" })],
  [
    "a deletion",
    (actor) => ({ "@context": context, id: `${actor.id}/d`, type: "Delete", actor: actor.id, object: `${actor.id}/1` }),
  ],
  [
    "a move",
    (actor) => ({
      "@context": context,
      id: `${actor.id}/m`,
      type: "Move",
      actor: actor.id,
      object: actor.id,
      target: `${actor.id}2`,
    }),
  ],
  [
    "a report",
    (actor) => ({ "@context": context, id: `${actor.id}/r`, type: "Flag", actor: actor.id, object: [circle()] }),
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
    const body = JSON.stringify({ "@context": context, id: `${actor}/1`, type: "Like", actor, object: circle() });
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
    "@context": context,
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
    { "@context": context, id: `${ana.id}/d`, type: "Delete", actor: ana.id, object: "https://victim.example/1" },
  ];
  for (const activity of forged) expect((await peer.send(ana, inboxUrl(), activity)).status).toBe(403);
  await here.pump();
  expect(await entries()).toEqual([]);
});

test.each<[string, string, number]>([
  ["what is not JSON", "{", 400],
  ["a list", "[]", 400],
  ["an activity of nobody", '{"type":"Create"}', 400],
  ["an actor with another scheme", '{"type":"Create","actor":"javascript:alert(1)"}', 400],
  ["a name given twice", '{"actor":"https://a.example/1","actor":"https://b.example/1"}', 400],
  ["fifty thousand levels", nestedJson(50_000), 400],
  ["a million items", `{"to":[${"0,".repeat(500_000)}0]}`, 400],
  ["more than a megabyte", `{"content":"${"x".repeat(1024 * 1024)}"}`, 413],
  ["the prototype of all objects", '{"__proto__":{"polluted":true},"actor":"https://a.example/1"}', 400],
])("%s is refused before anybody is asked", async (_what, body, expected) => {
  const answer = await peer.send(ana, inboxUrl(), body);
  expect(answer.status).toBe(expected);
  expect(peer.received).toEqual([]);
  expect("polluted" in {}).toBe(false);
  expect(await leftBehind()).toBe(0);
});

test("fifty payloads that go for prototypes change none", async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const names = ["__proto__", "constructor", "prototype", "__defineGetter__", "toString"];
  const shapes: readonly ((name: string) => string)[] = [
    (name) => `{"${name}":{"polluted":1},"actor":"${ana.id}"}`,
    (name) => `{"actor":"${ana.id}","object":{"${name}":{"polluted":1}}}`,
    (name) => `{"actor":"${ana.id}","object":[{"${name}":{"${name}":{"polluted":1}}}]}`,
    (name) => `{"actor":{"id":"${ana.id}","${name}":{"polluted":1}}}`,
    (name) => `{"@context":{"${name}":{"polluted":1}},"actor":"${ana.id}"}`,
    (name) => `{"@context":{"x":{"@id":"${name}"}},"actor":"${ana.id}","x":{"polluted":1}}`,
    (name) => `{"actor":"${ana.id}","type":"${name}"}`,
    (name) => `{"actor":"${ana.id}","contentMap":{"${name}":"polluted"}}`,
    (name) => `{"actor":"${ana.id}","${name}.polluted":1}`,
    (name) => `{"actor":"${ana.id}","${name}[polluted]":1}`,
  ];
  for (const shape of shapes)
    for (const name of names) expect((await peer.send(ana, inboxUrl(), shape(name))).status).toBe(400);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});

test("an activity that is no ActivityPub is refused by its media type", async () => {
  for (const contentType of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
    expect((await peer.send(ana, inboxUrl(), note(ana, "hello"), { contentType })).status).toBe(415);
  }
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

test("activities that nobody here cares for are taken and forgotten", async () => {
  const announce = { "@context": context, id: `${ana.id}/v`, type: "View", actor: ana.id, object: circle() };
  expect((await peer.send(ana, inboxUrl(), announce)).status).toBe(202);
  await here.pump();
  expect(await entries()).toEqual([]);
});

test("a flood from one host is told to wait", { timeout: 60_000 }, async () => {
  const { application } = here;
  const full = Array.from({ length: 2000 }, (_, place) => ({
    id: application.ids.next<"flood">(),
    queue: "received",
    key: `flood-${place}`,
    ordering_key: null,
    host: new URL(peer.origin).host,
    message: "null",
    due_at: 0,
    attempts: 0,
    leased_until: null,
    last_error: null,
    given_up_at: null,
  }));
  await application.database.write(async (transaction) => {
    for (let from = 0; from < full.length; from += 500) {
      await queueTables(transaction)
        .insertInto("queue_messages")
        .values(full.slice(from, from + 500))
        .execute();
    }
  });
  const answer = await peer.send(ana, inboxUrl(), note(ana, "hello"));
  expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "600"]);
});
