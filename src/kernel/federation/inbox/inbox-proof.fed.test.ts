import { afterEach, beforeEach, expect, test } from "vitest";
import { type ForeignActor, freshKeys } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer, type Sending } from "../../../../testing/foreign-server.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import { activityStreams, toInbox } from "../../../../testing/to-inbox.ts";
import { json, status } from "../../../../testing/foreign-answers.ts";
import { guestbookEntries } from "../../../../testing/guestbook.ts";
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

const { inboxUrl, sharedInbox, entries, note, leftBehind } = toInbox(() => here);

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
      "@context": [activityStreams, "https://w3id.org/security/v1"],
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

test("a new key is believed once its owner's server shows it", async () => {
  await peer.send(ana, inboxUrl(), note(ana, "one"));
  here.clock.pass({ minutes: 6 });
  const again = peer.addActor("ana");
  expect((await peer.send(again, inboxUrl(), note(again, "two"))).status).toBe(202);
  expect((await peer.send(ana, inboxUrl(), note(ana, "three"))).status).toBe(401);
});

test("a server that cannot be asked for its actor's key is told to come again", async () => {
  peer.serve("/users/ana", status(503));
  const answer = await peer.send(ana, inboxUrl(), note(ana, "hello"));
  expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "600"]);
  expect(await leftBehind()).toBe(0);
});
