import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshKeys, type ForeignActor } from "./foreign-actor.ts";
import {
  after,
  brokenOff,
  dripped,
  drip,
  hugeJson,
  huge,
  json,
  nestedJson,
  never,
  redirect,
  redirectChain,
} from "./foreign-answers.ts";
import { startForeignServer, type ForeignServer, type Sending } from "./foreign-server.ts";
import { sendRequest } from "./http-exchange.ts";
import { httpDate, verifyCavage, verifyRfc9421 } from "./http-signature.ts";

let server: ForeignServer;
let zoe: ForeignActor;

beforeAll(async () => {
  server = await startForeignServer();
  zoe = server.addActor("zoe");
});
afterAll(() => server.stop());

const noon = Temporal.Instant.from("2026-11-21T12:00:00Z");
const activity = { type: "Follow", id: "https://zoe.example/follows/1" };

/** What arrives of an activity that zoe sends to herself. */
async function arrived(sending: Sending = {}) {
  await server.send(zoe, zoe.inbox, activity, sending);
  const request = server.received.at(-1);
  if (request === undefined) throw new Error("nothing arrived");
  return request;
}

describe("a signature after draft-cavage", () => {
  it("covers request target, host, date and digest, and is valid", async () => {
    expect(verifyCavage(await arrived(), zoe.publicKeyPem)).toEqual({
      keyId: `${zoe.id}#main-key`,
      covered: ["(request-target)", "host", "date", "digest"],
      isSignatureValid: true,
      isDigestRight: true,
    });
  });

  it("is invalid by another key", async () => {
    const request = await arrived({ privateKey: freshKeys().privateKey });
    expect(verifyCavage(request, zoe.publicKeyPem)).toMatchObject({ isSignatureValid: false, isDigestRight: true });
  });

  it("keeps a wrong digest and a swapped body apart from a wrong signature", async () => {
    const spoilt = { isSignatureValid: true, isDigestRight: false };
    expect(verifyCavage(await arrived({ digestOf: "something else" }), zoe.publicKeyPem)).toMatchObject(spoilt);
    expect(verifyCavage(await arrived({ sentBody: "{}" }), zoe.publicKeyPem)).toMatchObject(spoilt);
  });

  it("can leave out the date, or send it uncovered, or send an old one", async () => {
    const without = await arrived({ leftOut: ["date"] });
    expect(without.headers["date"]).toBeUndefined();
    expect(verifyCavage(without, zoe.publicKeyPem).covered).toEqual(["(request-target)", "host", "digest"]);
    const uncovered = await arrived({ covered: ["(request-target)", "host", "digest"], now: noon });
    expect(uncovered.headers["date"]).toBe("Sat, 21 Nov 2026 12:00:00 GMT");
    expect(verifyCavage(uncovered, zoe.publicKeyPem)).toMatchObject({ isSignatureValid: true });
  });

  it("can name another key", async () => {
    const keyId = "https://victim.example/users/ana#main-key";
    expect(verifyCavage(await arrived({ keyId }), zoe.publicKeyPem).keyId).toBe(keyId);
  });
});

describe("a signature after RFC 9421", () => {
  it("covers method, target and digest, and is valid", async () => {
    const request = await arrived({ scheme: "rfc9421" });
    expect(verifyRfc9421(request, zoe.publicKeyPem, server.origin)).toEqual({
      keyId: `${zoe.id}#main-key`,
      covered: ["@method", "@target-uri", "content-digest"],
      isSignatureValid: true,
      isDigestRight: true,
    });
  });

  it("is invalid by another key, for another server, or with a swapped body", async () => {
    const otherKey = await arrived({ scheme: "rfc9421", privateKey: freshKeys().privateKey });
    expect(verifyRfc9421(otherKey, zoe.publicKeyPem, server.origin).isSignatureValid).toBe(false);
    const request = await arrived({ scheme: "rfc9421", sentBody: "{}" });
    expect(verifyRfc9421(request, zoe.publicKeyPem, "http://elsewhere.example").isSignatureValid).toBe(false);
    expect(verifyRfc9421(request, zoe.publicKeyPem, server.origin).isDigestRight).toBe(false);
  });
});

it("writes dates as HTTP wants them", () => {
  expect(httpDate(Temporal.Instant.from("2026-11-01T09:05:07Z"))).toBe("Sun, 01 Nov 2026 09:05:07 GMT");
});

describe("an actor of the foreign server", () => {
  it("is found by WebFinger and holds its key by fragment", async () => {
    const found = await fetch(`${server.origin}/.well-known/webfinger?resource=acct:${zoe.handle}`);
    expect(await found.json()).toMatchObject({ links: [{ rel: "self", href: zoe.id }] });
    const document = await fetch(zoe.id);
    expect(document.headers.get("content-type")).toBe("application/activity+json");
    expect(await document.json()).toMatchObject({ id: zoe.id, publicKey: { id: `${zoe.id}#main-key`, owner: zoe.id } });
  });

  it("can hold its key by path", async () => {
    const gus = server.addActor("gus", { keyAt: "path" });
    expect(gus.keyId).toBe(`${gus.id}/main-key`);
    expect(await (await fetch(gus.keyId)).json()).toMatchObject({ publicKey: { publicKeyPem: gus.publicKeyPem } });
  });

  it("can be claimed by somebody else's name", async () => {
    server.claimByWebFinger("acct:bob@bank.example", zoe.id);
    const found = await fetch(`${server.origin}/.well-known/webfinger?resource=acct:bob@bank.example`);
    expect(await found.json()).toMatchObject({ subject: "acct:bob@bank.example", links: [{ href: zoe.id }] });
  });
});

describe("a rogue answer", () => {
  const get = (path: string) => fetch(`${server.origin}${path}`, { redirect: "manual" });

  it("gives any document under any content type", async () => {
    server.serve("/picture.png", json({ type: "Person" }, "image/png"));
    const answer = await get("/picture.png?size=1");
    expect([answer.headers.get("content-type"), await answer.json()]).toEqual(["image/png", { type: "Person" }]);
  });

  it("redirects as often as it was told, or for ever", async () => {
    server.serveUnder("/hop/", redirectChain("/hop/", "/users/zoe"));
    server.serveUnder("/loop/", redirectChain("/loop/"));
    server.serve("/to-file", redirect("file:///etc/passwd"));
    expect((await get("/hop/1000")).headers.get("location")).toBe("/hop/999");
    expect((await get("/hop/0")).headers.get("location")).toBe("/users/zoe");
    expect((await get("/loop/0")).headers.get("location")).toBe("/loop/1");
    expect((await get("/to-file")).headers.get("location")).toBe("file:///etc/passwd");
    expect(await (await fetch(`${server.origin}/hop/3`)).json()).toMatchObject({ id: zoe.id });
    expect(server.received.slice(-5).map(({ target }) => target)).toEqual([
      "/hop/3",
      "/hop/2",
      "/hop/1",
      "/hop/0",
      "/users/zoe",
    ]);
  });

  it("is huge in three framings, and one of them travels small", async () => {
    const bytes = 3_000_000;
    for (const framing of ["declared", "chunked", "gzip"] as const)
      server.serve(`/huge/${framing}`, huge(bytes, framing));
    const declared = await get("/huge/declared");
    expect(Number(declared.headers.get("content-length"))).toBe((await declared.text()).length);
    const chunked = await get("/huge/chunked");
    expect(chunked.headers.get("content-length")).toBeNull();
    expect(await chunked.json()).toHaveProperty("padding.length", bytes);
    const zipped = await sendRequest({ url: `${server.origin}/huge/gzip` });
    expect(zipped.bytes.length).toBeLessThan(bytes / 100);
    expect(gunzipSync(zipped.bytes).length).toBeGreaterThan(bytes);
  });

  it("comes late", async () => {
    server.serve("/late", after(60, json({ a: 1 })));
    await expect(sendRequest({ url: `${server.origin}/late`, timeoutMs: 20 })).rejects.toThrow(
      "no answer within 20 ms",
    );
    expect((await sendRequest({ url: `${server.origin}/late` })).text).toBe('{"a":1}');
  });

  it("never comes, comes byte by byte, or breaks off", async () => {
    server.serve("/never", never());
    server.serve("/drip", drip({ a: 1 }, 1));
    server.serve("/broken", brokenOff({ type: "Person" }));
    await expect(sendRequest({ url: `${server.origin}/never`, timeoutMs: 50 })).rejects.toThrow(
      "no answer within 50 ms",
    );
    expect(await (await get("/drip")).json()).toEqual({ a: 1 });
    await expect(get("/broken").then((answer) => answer.text())).rejects.toThrow("terminated");
  });
});

describe("a rogue request", () => {
  it("is huge and chunked", async () => {
    const body = hugeJson(2_000_000);
    await sendRequest({ method: "POST", url: zoe.inbox, body });
    const request = server.received.at(-1);
    expect(request?.headers["transfer-encoding"]).toBe("chunked");
    expect(request?.body.length).toBeGreaterThan(2_000_000);
  });

  it("comes byte by byte", async () => {
    const started = performance.now();
    await sendRequest({ method: "POST", url: zoe.inbox, body: dripped('{"a":1}', 10) });
    expect(performance.now() - started).toBeGreaterThan(60);
    expect(server.received.at(-1)?.body.toString()).toBe('{"a":1}');
  });

  it("is nested as deep as wanted", () => {
    expect(nestedJson(2)).toBe('{"object":{"object":null}}');
  });

  it("notices an answer that comes before its body is through", async () => {
    const refusing = createServer((_request, response) => void response.writeHead(413).end("too much"));
    await new Promise<void>((resolve) => refusing.listen(0, "127.0.0.21", resolve));
    const bound = refusing.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    const answered = await sendRequest({
      method: "POST",
      url: `http://127.0.0.21:${port}/`,
      body: hugeJson(1_000_000_000),
    });
    expect([answered.status, answered.text]).toEqual([413, "too much"]);
    refusing.closeAllConnections();
    refusing.close();
  });
});
