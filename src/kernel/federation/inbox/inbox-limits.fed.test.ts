import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ForeignActor } from "../../../../testing/foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { sendRequest } from "../../../../testing/http-exchange.ts";
import { startSmallKoinon, type SmallKoinon } from "../../../../testing/small-koinon.ts";
import { activityStreams, toInbox } from "../../../../testing/to-inbox.ts";
import { hugeJson, nestedJson } from "../../../../testing/foreign-answers.ts";
import { queueTables } from "../queue/queue.tables.ts";

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

test("an inbox of nobody is 404, of one who is gone 410", async () => {
  expect((await peer.send(ana, `${here.origin.href}actors/nobody/inbox`, note(ana, "hello"))).status).toBe(404);
  expect((await peer.send(ana, `${here.origin.href}actors/gone/inbox`, note(ana, "hello"))).status).toBe(410);
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

test("activities that nobody here cares for are taken and forgotten", async () => {
  const announce = { "@context": activityStreams, id: `${ana.id}/v`, type: "View", actor: ana.id, object: circle() };
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
    holder: null,
    abandoned: 0,
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

test(
  "a gigabyte, chunked or packed, is refused while it streams, and costs no memory",
  { timeout: 30_000 },
  async () => {
    const headers = { "content-type": "application/activity+json" };
    const bomb = gzipSync(Buffer.alloc(50 * 1024 ** 2));
    const packed = { ...headers, "content-encoding": "gzip" };
    const floodAndBomb = async (bytes: number) => {
      const flood = await sendRequest({ method: "POST", url: inboxUrl(), headers, body: hugeJson(bytes) });
      expect(flood.status).toBe(413);
      expect((await sendRequest({ method: "POST", url: inboxUrl(), headers: packed, body: bomb })).status).toBe(415);
    };
    // What the first times cost (code, buffers of both ends), the flood does not.
    for (let time = 0; time < 5; time++) await floodAndBomb(2 * 1024 ** 2);
    const before = process.memoryUsage().rss;
    await floodAndBomb(1024 ** 3);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 ** 2);
    expect(await leftBehind()).toBe(0);
  },
);
