import { afterAll, beforeAll, expect, test } from "vitest";
import { drip, huge, json, never, redirect, status, text } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { createEgress, type EgressOptions } from "./create-egress.ts";
import { activityDocument } from "./media-type.ts";

const origin = new URL("http://127.0.0.1:3000");
const clock = testClock();
let peer: ForeignServer;

beforeAll(async () => {
  peer = await startForeignServer({ address: "127.0.0.22" });
});

afterAll(() => peer.stop());

function egress(options: Partial<EgressOptions> = {}) {
  return createEgress({ origin, clock: clock.now, version: "0", reachesPrivateAddresses: true, ...options });
}

function ask(path: string, options: Partial<EgressOptions> = {}) {
  return egress(options).fetch({ url: `${peer.origin}${path}`, accepts: activityDocument });
}

test("a document comes whole, with its status and where it was found", async () => {
  peer.serve("/moved", redirect("/here"));
  peer.serve("/here", json({ type: "Person" }));
  const answer = await ask("/moved");
  expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
  if (!answer.ok) throw new Error("no answer");
  expect(answer.value.url.pathname).toBe("/here");
  expect(JSON.parse(Buffer.from(answer.value.body).toString())).toEqual({ type: "Person" });
});

test("another status than success is an answer, not a failure", async () => {
  peer.serve("/gone", status(410));
  expect(await ask("/gone")).toMatchObject({ ok: true, value: { status: 410 } });
});

test("only a server that is itself on the loopback may be told to reach private addresses", () => {
  const build = (host: string) => egress({ origin: new URL(`https://${host}`) }).close();
  expect(() => build("gather.example")).toThrow("may not be told to reach private addresses");
  expect(() => build("127.0.0.1.example")).toThrow("private addresses");
  expect(() => build("localhost")).not.toThrow();
});

test("nothing is asked of a host that is blocked here, nor by a redirect that leads to it", async () => {
  const other = await startForeignServer({ address: "127.0.0.23" });
  other.serve("/here", json({ type: "Person" }));
  peer.serve("/there", redirect(`${other.origin}/here`));
  const blocked = new Set(["127.0.0.23"]);
  const isShutOut = async (host: string) => blocked.has(host);
  const guarded = egress({ isShutOut });
  const asked = () => guarded.fetch({ url: `${other.origin}/here`, accepts: activityDocument });
  expect(await asked()).toMatchObject({ ok: false, refusal: { kind: "refused", mayRetry: false } });
  expect(await ask("/there", { isShutOut })).toMatchObject({ ok: false, refusal: { kind: "refused" } });
  const send = () => guarded.fetch({ url: `${other.origin}/here`, method: "POST", body: "{}", accepts: [] });
  expect(await send()).toMatchObject({ ok: false, refusal: { kind: "refused" } });
  expect(other.received).toHaveLength(0);
  blocked.clear();
  expect(await send()).toMatchObject({ ok: true });
  await other.stop();
});

test("a name that leads to a private address is not connected to", async () => {
  const port = Number(new URL(peer.origin).port);
  const before = peer.received.length;
  for (const address of ["127.0.0.22", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.22"]) {
    const family = address.includes(":") ? 6 : 4;
    const resolve = async () => [{ address, family } as const];
    const guarded = egress({ resolve, reachesPrivateAddresses: false, morePorts: [port] });
    const answer = await guarded.fetch({ url: `http://peer.example:${port}/here`, accepts: activityDocument });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "refused", mayRetry: false } });
  }
  expect(peer.received).toHaveLength(before);
});

test("a declared, a chunked and a packed flood all end at the first megabyte", async () => {
  for (const framing of ["declared", "chunked", "gzip"] as const) {
    peer.serve(`/${framing}`, huge(1024 ** 3, framing));
    const before = process.memoryUsage().rss;
    expect(await ask(`/${framing}`)).toMatchObject({ ok: false, refusal: { kind: "too-large" } });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 ** 2);
  }
});

test("a document of just the allowed size is taken", async () => {
  peer.serve("/full", text("x".repeat(2000), "application/activity+json"));
  expect((await ask("/full", { maxBytes: 2000 })).ok).toBe(true);
  expect((await ask("/full", { maxBytes: 1999 })).ok).toBe(false);
});

test("silence and dribbling both end at the deadline, redirects included", async () => {
  peer.serve("/silent", never());
  peer.serve("/dribble", drip({ padding: "x".repeat(500) }, 20));
  peer.serve("/to-silence", redirect("/silent"));
  for (const path of ["/silent", "/dribble", "/to-silence"]) {
    const started = performance.now();
    expect(await ask(path, { deadlineMs: 200 })).toMatchObject({
      ok: false,
      refusal: { kind: "timed-out", mayRetry: true },
    });
    expect(performance.now() - started).toBeLessThan(1500);
  }
});

test("a body packed in a way nobody offered is refused", async () => {
  peer.serve("/odd", (_request, response) => {
    response.writeHead(200, { "content-type": "application/activity+json", "content-encoding": "x-odd" }).end("{}");
  });
  expect(await ask("/odd")).toMatchObject({ ok: false, refusal: { kind: "wrong-type" } });
});

test("a server that fails is left alone for a minute", async () => {
  peer.serve("/page", text("<p>hello</p>", "text/html"));
  const one = egress();
  const errand = { url: `${peer.origin}/page`, accepts: activityDocument };
  const times = () => peer.received.filter(({ target }) => target === "/page").length;
  await one.fetch(errand);
  await one.fetch(errand);
  expect(times()).toBe(1);
  clock.pass({ minutes: 1 });
  await one.fetch(errand);
  expect(times()).toBe(2);
});

test("what is put arrives whole, and one that failed may be put again at once", async () => {
  const one = egress();
  const errand = {
    url: `${peer.origin}/room`,
    method: "PUT",
    body: '{"body":"Grüße"}',
    accepts: activityDocument,
  } as const;
  peer.serve("/room", text("<p>busy</p>", "text/html"));
  expect(await one.fetch(errand)).toMatchObject({ ok: false });
  peer.serve("/room", json({ event_id: "$1" }));
  expect(await one.fetch(errand)).toMatchObject({ ok: true, value: { status: 200 } });
  const puts = peer.received.filter(({ target }) => target === "/room");
  expect(puts.map(({ method, body }) => [method, body.toString()])).toEqual([
    ["PUT", '{"body":"Grüße"}'],
    ["PUT", '{"body":"Grüße"}'],
  ]);
});

test("a connection that the other side closed while idle is replaced", async () => {
  peer.serve("/here", json({ type: "Person" }));
  const one = egress();
  const errand = { url: `${peer.origin}/here`, method: "POST", body: "{}", accepts: activityDocument } as const;
  expect((await one.fetch(errand)).ok).toBe(true);
  const again = await startForeignServerInPlaceOf(peer);
  again.serve("/here", json({ type: "Person" }));
  expect((await one.fetch(errand)).ok).toBe(true);
});

async function startForeignServerInPlaceOf(stopped: ForeignServer): Promise<ForeignServer> {
  const { hostname, port } = new URL(stopped.origin);
  await stopped.stop();
  peer = await startForeignServer({ address: hostname, port: Number(port) });
  return peer;
}
