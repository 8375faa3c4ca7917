import { isActor, Object as VocabularyObject } from "@fedify/vocab";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { post } from "../../../../testing/guestbook.ts";
import { sendRequest, type Answered } from "../../../../testing/http-exchange.ts";
import { signByCavage, signByRfc9421 } from "../../../../testing/http-signature.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import { bundledContexts, noDocuments } from "../documents/contexts.ts";
import { idOf, type RemoteDocument } from "../documents/reading.ts";

let here: SmallKoinon;
let peer: ForeignServer;

beforeAll(async () => {
  here = await startSmallKoinon({ address: "127.0.0.34" });
  peer = await startForeignServer({ address: "127.0.0.35" });
});

afterAll(async () => {
  await Promise.all([here.stop(), peer.stop()]);
});

const activityJson = { accept: "application/activity+json" };

function get(path: string, headers: Readonly<Record<string, string>> = activityJson): Promise<Answered> {
  return sendRequest({ url: new URL(path, here.origin).href, headers });
}

function documentIn(answer: Answered): RemoteDocument {
  // Parsing at the edge: what we serve is JSON.
  return JSON.parse(answer.text) as RemoteDocument;
}

test("an actor is served with both its keys, and others understand it", async () => {
  const answer = await get("/actors/circle");
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/activity+json"]);
  const document = documentIn(answer);
  const uri = new URL("/actors/circle", here.origin).href;
  expect(document).toMatchObject({
    id: uri,
    type: "Group",
    preferredUsername: "circle",
    name: "The circle",
    summary: "<p>A guestbook</p>",
    inbox: `${uri}/inbox`,
    outbox: `${uri}/outbox`,
    followers: `${uri}/followers`,
    endpoints: { sharedInbox: new URL("/inbox", here.origin).href },
    url: new URL("/guestbooks/circle", here.origin).href,
    manuallyApprovesFollowers: false,
    publicKey: { id: `${uri}#main-key`, owner: uri },
    assertionMethod: [{ id: `${uri}#ed25519-key`, controller: uri }],
  });
  const read = await VocabularyObject.fromJsonLd(document, {
    contextLoader: bundledContexts,
    documentLoader: noDocuments,
  });
  expect(isActor(read)).toBe(true);
});

test("the server itself is an Application, found by NodeInfo's links and by WebFinger at the root", async () => {
  expect(documentIn(await get("/actors/server"))).toMatchObject({ type: "Application", preferredUsername: "koinon" });
  const server = new URL("/actors/server", here.origin).href;
  const links = documentIn(await get("/.well-known/nodeinfo"));
  expect(links["links"]).toContainEqual({ rel: "https://www.w3.org/ns/activitystreams#Application", href: server });
  expect(await fingered(here.origin.href)).toContain(server);
});

test("WebFinger knows an actor by its handle, its URI and its page, and nobody else", async () => {
  const { host } = here.origin;
  const circle = new URL("/actors/circle", here.origin).href;
  const names = [`acct:circle@${host}`, circle, "/guestbooks/circle", "/@circle"].map(
    (name) => new URL(name, here.origin).href,
  );
  for (const name of names) expect([name, await fingered(name)]).toEqual([name, expect.arrayContaining([circle])]);
  const answer = await webFinger(`acct:circle@${host}`);
  expect([answer.headers["content-type"], answer.headers["access-control-allow-origin"]]).toEqual([
    "application/jrd+json",
    "*",
  ]);
  expect(documentIn(answer)["subject"]).toBe(`acct:circle@${host}`);
  for (const name of [
    `acct:nobody@${host}`,
    "acct:circle@other.example",
    "https://other.example/@circle",
    "/guestbooks/nobody",
  ]) {
    expect((await webFinger(URL.canParse(name) ? name : new URL(name, here.origin).href)).status).toBe(404);
  }
});

test("NodeInfo says what this is and what it can", async () => {
  const answer = await get("/nodeinfo/2.1", {});
  expect(documentIn(answer)).toMatchObject({
    version: "2.1",
    software: { name: "koinon", version: "0" },
    protocols: ["activitypub"],
    usage: { users: { total: 3, activeMonth: 2, activeHalfyear: 3 }, localPosts: 5 },
    metadata: { koinon: { languages: ["en"], gatherings: true } },
  });
});

test("an actor that is gone is gone: 410, by its URI and by WebFinger", async () => {
  const answer = await get("/actors/gone");
  expect([answer.status, documentIn(answer)["type"]]).toEqual([410, "Tombstone"]);
  expect((await webFinger(`acct:gone@${here.origin.host}`)).status).toBe(410);
  expect((await get("/actors/gone/outbox")).status).toBe(404);
  expect((await get("/actors/nobody")).status).toBe(404);
});

test("browsers are led to the page, and what is a page is left to the pages", async () => {
  const answer = await get("/actors/circle", { accept: "text/html,*/*;q=0.8" });
  expect([answer.status, answer.headers["location"], answer.headers["vary"]]).toEqual([
    302,
    new URL("/guestbooks/circle", here.origin).href,
    "Accept",
  ]);
  for (const path of ["/notes/1", "/elsewhere", "/"]) {
    expect((await get(path, { accept: "text/html" })).text).toBe("<p>a page</p>");
  }
  expect((await get("/elsewhere")).text).toBe("<p>a page</p>");
});

test("at addresses with a zero octet there is nothing", async () => {
  for (const path of ["/actors/%00", "/actors/a%00/outbox", "/gatherings/%00"]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test("followers are counted, not named", async () => {
  const document = documentIn(await get("/actors/circle/followers"));
  expect(document).toMatchObject({ type: "OrderedCollection", totalItems: 0 });
  expect(Object.keys(document).sort((a, b) => a.localeCompare(b))).toEqual(["@context", "id", "totalItems", "type"]);
});

test("an object is served once made, by its tag only when it changed", async () => {
  const first = await get("/notes/1");
  expect(first.headers).toMatchObject({ "cache-control": "public, max-age=60", vary: "Accept" });
  const again = await get("/notes/1", { ...activityJson, "if-none-match": first.headers["etag"] ?? "" });
  expect([again.status, again.text]).toEqual([304, ""]);
  const profile = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
  expect((await get("/notes/1", { accept: profile })).status).toBe(200);
  expect((await get("/notes/none")).status).toBe(404);
});

test("what was said to all is in the outbox and at its own address, what was said to one is not", async () => {
  const ana = peer.addActor("ana");
  await say("open", null);
  await say("closed", ana.id);
  const outbox = documentIn(await get("/actors/circle/outbox"));
  expect(outbox).toMatchObject({ totalItems: 1 });
  const page = documentIn(await get("/actors/circle/outbox?before=now"));
  expect(page["orderedItems"]).toMatchObject([{ type: "Create", object: { content: "open" } }]);
  const [item] = page["orderedItems"] as readonly RemoteDocument[];
  expect(documentIn(await get(idOf(item) ?? ""))).toEqual(item);
  const [closed] = peer.activities("Create");
  const id = idOf(closed?.activity) ?? "";
  expect((await get(id)).status).toBe(404);
  for (const sign of [signByCavage, signByRfc9421]) {
    const signed = sign(
      { method: "GET", url: id, body: "" },
      { privateKey: ana.privateKey, keyId: ana.keyId, leftOut: ["digest", "content-digest"] },
    );
    const answer = await get(id, { ...activityJson, ...signed });
    expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(documentIn(answer)).toMatchObject({ object: { content: "closed" } });
  }
});

test("a private object is for a proven signer alone", async () => {
  const ana = peer.addActor("ana-who-asks");
  const stranger = await startForeignServer({ address: "127.0.0.36" });
  const mallory = stranger.addActor("mallory");
  const path = `/secrets/${encodeURIComponent(new URL(peer.origin).host)}`;
  const url = new URL(path, here.origin).href;
  const fetchAs = (key: { readonly privateKey: typeof ana.privateKey; readonly keyId: string }, more = {}) =>
    get(path, {
      ...activityJson,
      ...signByCavage({ method: "GET", url, body: "" }, { ...key, leftOut: ["digest"], ...more }),
    });
  expect((await get(path)).status).toBe(404);
  expect((await fetchAs(ana)).status).toBe(200);
  expect((await fetchAs(mallory)).status).toBe(404);
  expect((await fetchAs({ privateKey: mallory.privateKey, keyId: ana.keyId })).status).toBe(404);
  expect((await fetchAs(ana, { covered: ["host", "date"] })).status).toBe(404);
  expect((await fetchAs(ana, { covered: ["(request-target)", "date"] })).status).toBe(404);
  expect((await fetchAs(ana, { host: "other.example" })).status).toBe(404);
  const pathed = peer.addActor("pathed", { keyAt: "path" });
  expect((await fetchAs(pathed)).status).toBe(200);
  // Served for one, and still for nobody else.
  expect((await get(path)).status).toBe(404);
  await stranger.stop();
});

test("after a change nothing old is served", async () => {
  await get("/actors/circle/outbox");
  await say("again", null);
  here.federation.changed();
  expect(documentIn(await get("/actors/circle/outbox"))["totalItems"]).toBe(2);
});

async function say(text: string, to: string | null): Promise<void> {
  const by = { actor: { kind: "server" }, origin: { from: "cli", key: text } } as const;
  await here.application.execute(post, { id: text, text, to }, by);
  await here.pump();
  here.federation.changed();
}

function webFinger(resource: string): Promise<Answered> {
  return get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, {});
}

/** The actors that WebFinger names for a resource. */
async function fingered(resource: string): Promise<readonly string[]> {
  const links = documentIn(await webFinger(resource))["links"] as readonly RemoteDocument[];
  return links.filter(({ rel }) => rel === "self").map(({ href }) => idOf(href) ?? "");
}
