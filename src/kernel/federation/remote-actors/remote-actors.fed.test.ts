import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { json, redirect, status, text } from "../../../../testing/foreign-answers.ts";
import { freshKeys } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { documentFetcher } from "../documents/fetch-document.ts";
import { createEgress } from "../egress/create-egress.ts";
import type { Asking } from "./ask-actor.ts";
import type { ActorQuota } from "./kept-actors.ts";
import { lookUpActor } from "./look-up.ts";
import { createRemoteActors } from "./remote-actors.ts";
import { remoteActorSchema, remoteActorTables } from "./remote-actors.tables.ts";

let world: TestApplication;
let honest: ForeignServer;
let rogue: ForeignServer;
const serverKeys = freshKeys();

beforeAll(async () => {
  world = await openTestApplication({ schema: remoteActorSchema });
  honest = await startForeignServer({ address: "127.0.0.23" });
  rogue = await startForeignServer({ address: "127.0.0.24" });
});

beforeEach(async () => {
  await world.application.database.write(async (transaction) => {
    await remoteActorTables(transaction).deleteFrom("remote_actors").execute();
  });
});

afterAll(async () => {
  await Promise.all([honest.stop(), rogue.stop(), world.close()]);
});

/** A freshly started process over the same database. */
function process(quota?: ActorQuota) {
  const { application } = world;
  const origin = new URL("http://127.0.0.1:3000");
  const egress = createEgress({ origin, clock: application.clock, version: "0", reachesPrivateAddresses: true });
  const signer = async () => ({ keyId: `${origin.href}actors/server#main-key`, privateKey: serverKeys.privateKey });
  const fetchDocument = documentFetcher(egress, application.clock, signer);
  const asking: Asking = { egress, fetchDocument, clock: application.clock, scheme: "http:" };
  const actors = createRemoteActors(application, asking, quota);
  return { actors, lookUp: (name: string) => lookUpActor(asking, actors, name) };
}

test("an actor is found by its handle, its URI and its page, and is the same", async () => {
  const ana = honest.addActor("ana", { document: { url: `${honest.origin}/@ana` } });
  honest.serve("/@ana", json(ana.document));
  const { lookUp } = process();
  for (const name of [`@${ana.handle}`, ana.handle.toUpperCase(), ana.id, `${honest.origin}/@ana`]) {
    const found = await lookUp(name);
    expect(found).toMatchObject({ ok: true, value: { uri: ana.id, handle: `@${ana.handle}`, inbox: ana.inbox } });
  }
});

test("every fetch of an actor is signed by the server's own actor", async () => {
  const ana = honest.addActor("signed-for");
  await process().lookUp(ana.id);
  const request = honest.received.find(({ target }) => target === "/users/signed-for");
  expect(request?.headers["signature"]).toContain('keyId="http://127.0.0.1:3000/actors/server#main-key"');
  expect(request?.headers["signature"]).toContain('headers="(request-target) host date"');
});

test("a server that wants RFC 9421 gets it", async () => {
  const ben = honest.addActor("ben");
  honest.serve("/users/ben", (request, response) =>
    (request.headers["signature-input"] === undefined ? status(401) : json(ben.document))(request, response),
  );
  expect(await process().lookUp(ben.id)).toMatchObject({ ok: true, value: { uri: ben.id } });
});

test("a rogue server that claims another server's actor under its own handle is refused", async () => {
  const ana = honest.addActor("ana");
  const host = new URL(rogue.origin).host;
  rogue.claimByWebFinger(`acct:ana@${host}`, ana.id);
  expect(await process().lookUp(`@ana@${host}`)).toEqual({ ok: false, refusal: { kind: "not-theirs" } });
});

test("a document that claims another server's id is cached under nobody's name", async () => {
  const ana = honest.addActor("ana");
  const mallory = rogue.addActor("mallory", { document: { id: ana.id } });
  const { actors, lookUp } = process();
  expect((await lookUp(mallory.id)).ok).toBe(false);
  expect(actors.remembered(ana.id)).toBeUndefined();
  expect(actors.remembered(mallory.id)).toBeUndefined();
  expect(await keptUris()).toEqual([]);
});

test("an id that redirects to another origin is not that origin's to describe", async () => {
  const id = `${honest.origin}/go`;
  const evil = rogue.addActor("evil", { document: { id } });
  honest.serve("/go", redirect(evil.id));
  expect((await process().lookUp(id)).ok).toBe(false);
});

test("an uploaded file is no actor, whatever it says", async () => {
  const document = { ...objectOf(honest.addActor("file").document), id: `${honest.origin}/media/1.json` };
  for (const type of ["application/json", "text/html", "image/png", "application/ld+json"]) {
    honest.serve("/media/1.json", text(JSON.stringify(document), type));
    world.clock.pass({ minutes: 2 });
    expect((await process().lookUp(`${honest.origin}/media/1.json`)).ok).toBe(false);
  }
});

test("a handle may live under another host than its actor, if both say so", async () => {
  const handle = `split@${new URL(rogue.origin).host}`;
  const split = await startForeignServer({ address: "127.0.0.26" });
  const ana = split.addActor("split");
  split.serve("/.well-known/webfinger", json(jrd(handle, ana.id), "application/jrd+json"));
  rogue.claimByWebFinger(`acct:${handle}`, ana.id);
  const found = await process().lookUp(`@${handle}`);
  expect(found).toMatchObject({ ok: true, value: { uri: ana.id, handle: `@${handle}` } });
  await split.stop();
});

test("a server that gives its actor somebody else's handle is believed in nothing but its own host", async () => {
  const handle = `ana@${new URL(honest.origin).host}`;
  const ana = honest.addActor("ana");
  honest.claimByWebFinger(`acct:${handle}`, ana.id);
  const evil = await startForeignServer({ address: "127.0.0.25" });
  const mallory = evil.addActor("mallory");
  evil.serve("/.well-known/webfinger", json(jrd(handle, mallory.id), "application/jrd+json"));
  expect(await process().lookUp(mallory.id)).toMatchObject({ ok: true, value: { handle: `@${mallory.handle}` } });
  await evil.stop();
});

test("an actor met once is known after a restart without asking, and asked again after a day", async () => {
  const dora = honest.addActor("dora");
  await process().lookUp(dora.id);
  const times = () => honest.received.filter(({ target }) => target === "/users/dora").length;
  const { actors } = process();
  expect((await actors.find(dora.id)).ok).toBe(true);
  expect(times()).toBe(1);
  world.clock.pass({ hours: 25 });
  expect((await actors.find(dora.id)).ok).toBe(true);
  expect(times()).toBe(2);
});

test("an actor whose server is away stays known as it was", async () => {
  const eli = honest.addActor("eli");
  await process().lookUp(eli.id);
  honest.serve("/users/eli", status(503));
  world.clock.pass({ hours: 25 });
  expect(await process().actors.find(eli.id)).toMatchObject({ ok: true, value: { actor: { uri: eli.id } } });
  honest.serve("/users/eli", status(410));
  expect(await process().actors.find(eli.id)).toEqual({ ok: false, refusal: { kind: "gone" } });
  expect(await keptUris()).toEqual([]);
});

test("a changed key is noticed and dated", async () => {
  const fay = honest.addActor("fay");
  const before = await process().lookUp(fay.id);
  expect(before.ok && before.value.keyChangedAt).toBeUndefined();
  honest.addActor("fay");
  world.clock.pass({ minutes: 6 });
  const { actors } = process();
  const after = await actors.refresh(fay.id);
  expect(after.ok && after.value.actor.keyChangedAt).toEqual(world.clock.now());
  expect((await process().actors.find(fay.id)).ok && (await keptUris()).length).toBe(1);
  const restarted = await process().actors.find(fay.id);
  expect(restarted.ok && restarted.value.actor.keyChangedAt).toEqual(world.clock.now());
});

test("an actor is not asked again within five minutes, however many bad signatures arrive", async () => {
  const gil = honest.addActor("gil");
  const { actors } = process();
  await actors.find(gil.id);
  for (let attempt = 0; attempt < 10; attempt++) await actors.refresh(gil.id);
  expect(honest.received.filter(({ target }) => target === "/users/gil")).toHaveLength(1);
});

test("a hundred strangers who prove nothing are not kept, and those who do only up to the quota", async () => {
  const quota = { perHost: 5, all: 8, unused: Temporal.Duration.from({ hours: 24 }) };
  const { actors } = process(quota);
  for (let count = 0; count < 10; count++) {
    const stranger = honest.addActor(`stranger-${count}`);
    const found = await actors.find(stranger.id);
    if (!found.ok) throw new Error("not found");
    expect(await keptUris()).toHaveLength(count);
    world.clock.pass({ seconds: 1 });
    await actors.keep(found.value);
  }
  await actors.prune();
  expect(await keptUris()).toEqual([5, 6, 7, 8, 9].map((count) => `${honest.origin}/users/stranger-${count}`));
  world.clock.pass({ hours: 25 });
  await actors.prune();
  expect(await keptUris()).toEqual([]);
});

async function keptUris(): Promise<readonly string[]> {
  const rows = await remoteActorTables(world.application.read).selectFrom("remote_actors").select("uri").execute();
  return rows.map(({ uri }) => uri).sort();
}

function objectOf(document: unknown): { readonly [name: string]: string } {
  // Parsing at the edge: the harness says only that it is JSON.
  return document as { readonly [name: string]: string };
}

function jrd(handle: string, href: string) {
  return { subject: `acct:${handle}`, links: [{ rel: "self", type: "application/activity+json", href }] };
}
