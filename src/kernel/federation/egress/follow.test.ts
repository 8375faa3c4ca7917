import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { ExchangeAnswer, ExchangeRequest } from "./exchange.ts";
import { follow, type Way } from "./follow.ts";
import { activityDocument } from "./media-type.ts";

/** Places that no request of ours may go to, whoever names them (OWASP, "Server-Side Request Forgery Prevention Cheat Sheet"). */
const forbidden = `
  http://127.0.0.1/ http://127.255.255.254/ http://0.0.0.0/ http://0.1.2.3/ http://localhost/
  https://localhost./ https://sub.localhost/ https://printer.local/ https://vault.internal/ https://intranet/
  http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/
  http://169.254.169.254/latest/meta-data/ http://100.64.0.1/ http://100.127.255.254/ http://192.0.0.170/
  http://192.0.2.7/ http://198.51.100.7/ http://203.0.113.7/ http://198.18.0.1/ http://192.88.99.1/
  http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/
  http://0x7f.1/ http://0x7f000001/ http://2130706433/ http://017700000001/ http://127.1/ http://①②⑦.⓪.⓪.①/
  http://[::1]/ http://[::]/ http://[::127.0.0.1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:93.184.215.14]/
  http://[64:ff9b::7f00:1]/ http://[64:ff9b::5db8:d70e]/ http://[64:ff9b:1::a00:1]/ http://[2002:7f00:1::]/
  http://[2001::1]/ http://[2001:db8::1]/ http://[3fff::1]/ http://[fc00::1]/ http://[fd00:ec2::254]/
  http://[fe80::1]/ http://[fec0::1]/ http://[ff02::1]/ http://[100::1]/ http://[5f00::1]/ http://[4000::1]/
  https://peer.example:22/ https://peer.example:25/ https://peer.example:5432/ http://peer.example:6379/
  https://peer.example:8443/ https://name:secret@peer.example/ https://name@peer.example/
  data:application/activity+json,{} file:///etc/passwd ftp://peer.example/ gopher://peer.example/ blob:https://a
  javascript:alert(1) https:// not-a-url //peer.example/x https://secret.onion/`
  .trim()
  .split(/\s+/);

const policy = { allowsHttp: true, allowsPrivateAddresses: false, morePorts: [] } as const;

test("the table of forbidden places has at least sixty", () => {
  expect(new Set(forbidden).size).toBeGreaterThanOrEqual(60);
});

test.each(forbidden)("no request goes to %s", async (url) => {
  const world = scripted({});
  const answer = await follow(world.way, { url, accepts: activityDocument }, unlimited());
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "refused", mayRetry: false } });
  expect(world.asked).toEqual([]);
});

// A relative reference in a Location is no place of its own, but a path on the host that sent it.
const redirectable = forbidden.filter((url) => URL.canParse(url));

test.each(redirectable)("no redirect leads to %s", async (url) => {
  const world = scripted({ "http://peer.example/": redirectTo(url) });
  const answer = await follow(world.way, { url: "http://peer.example/", accepts: activityDocument }, unlimited());
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "refused" } });
  expect(world.asked).toEqual(["http://peer.example/"]);
});

test("a redirect that is only to be told leads nowhere", async () => {
  const world = scripted({ "https://peer.example/": redirectTo("https://other.example/") });
  const errand = { url: "https://peer.example/", accepts: activityDocument, redirects: "told" } as const;
  const answer = await follow(world.way, errand, unlimited());
  expect(answer).toMatchObject({ ok: true, value: { headers: { location: "https://other.example/" } } });
  expect(world.asked).toEqual(["https://peer.example/"]);
});

test("a document is found behind five redirects, not behind six", async () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, hop) => [
        `https://peer.example/${hop}`,
        redirectTo(`https://peer.example/${hop + 1}`),
      ]),
    );
  const five = scripted({ ...chain(5), "https://peer.example/5": actorDocument() });
  const errand = { url: "https://peer.example/0", accepts: activityDocument };
  expect(await follow(five.way, errand, unlimited())).toMatchObject({ ok: true });
  const thousand = scripted(chain(1000));
  expect(await follow(thousand.way, errand, unlimited())).toMatchObject({ ok: false, refusal: { kind: "refused" } });
  expect(thousand.asked).toHaveLength(6);
});

test("a circle of redirects is left at once", async () => {
  const world = scripted({
    "https://peer.example/a": redirectTo("https://peer.example/b"),
    "https://peer.example/b": redirectTo("https://peer.example/a"),
  });
  const answer = await follow(world.way, { url: "https://peer.example/a", accepts: activityDocument }, unlimited());
  expect(answer).toMatchObject({ ok: false, refusal: { detail: "a redirect in a circle at https://peer.example/a" } });
});

test("nothing leads from https to http", async () => {
  const world = scripted({ "https://peer.example/a": redirectTo("http://peer.example/a") });
  const answer = await follow(world.way, { url: "https://peer.example/a", accepts: activityDocument }, unlimited());
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "refused" } });
  expect(world.asked).toHaveLength(1);
});

test("a server reached by https asks nobody by http", async () => {
  const world = scripted({});
  const way = { ...world.way, policy: { ...policy, allowsHttp: false } };
  const answer = await follow(way, { url: "http://peer.example/", accepts: activityDocument }, unlimited());
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "refused" } });
});

test("a token goes to the host it was given for and to no other", async () => {
  const world = scripted({
    "https://peer.example/a": redirectTo("https://peer.example/b"),
    "https://peer.example/b": redirectTo("https://thief.example/"),
    "https://thief.example/": actorDocument(),
  });
  const headers = { authorization: "Bearer secret" };
  await follow(world.way, { url: "https://peer.example/a", headers, accepts: activityDocument }, unlimited());
  expect(world.tokens).toEqual(["Bearer secret", "Bearer secret", undefined]);
});

test("a signature is made anew for each hop", async () => {
  const world = scripted({
    "https://peer.example/a": redirectTo("https://other.example/b"),
    "https://other.example/b": actorDocument(),
  });
  const signed: string[] = [];
  const sign = async (hop: { readonly url: URL }) => {
    signed.push(hop.url.href);
    return {};
  };
  await follow(world.way, { url: "https://peer.example/a", accepts: activityDocument, sign }, unlimited());
  expect(signed).toEqual(["https://peer.example/a", "https://other.example/b"]);
});

test("a redirect does not lead a POST astray", async () => {
  const world = scripted({ "https://peer.example/inbox": redirectTo("https://other.example/inbox", 307) });
  const errand = { url: "https://peer.example/inbox", method: "POST", body: "{}", accepts: [] } as const;
  expect(await follow(world.way, errand, unlimited())).toMatchObject({ ok: true, value: { status: 307 } });
  expect(world.asked).toHaveLength(1);
});

test("a redirect does not lead a PUT astray", async () => {
  const world = scripted({ "https://peer.example/inbox": redirectTo("https://other.example/inbox", 307) });
  const errand = { url: "https://peer.example/inbox", method: "PUT", body: "{}", accepts: [] } as const;
  expect(await follow(world.way, errand, unlimited())).toMatchObject({ ok: true, value: { status: 307 } });
  expect(world.asked).toHaveLength(1);
});

test.each([
  ["text/html", false],
  ["image/png", false],
  ["application/json", false],
  ["application/ld+json", false],
  ['application/ld+json; profile="https://other.example/ns"', false],
  ["application/activity+json", true],
  ["Application/Activity+JSON; charset=utf-8", true],
  ['application/ld+json; profile="https://www.w3.org/ns/activitystreams"', true],
  ['application/ld+json;profile="https://www.w3.org/ns/json-ld#compacted https://www.w3.org/ns/activitystreams"', true],
])("an actor of the media type %s is taken: %s", async (type, isTaken) => {
  const direct = scripted({ "https://peer.example/a": actorDocument(type) });
  const errand = { url: "https://peer.example/a", accepts: activityDocument };
  expect((await follow(direct.way, errand, unlimited())).ok).toBe(isTaken);
  const redirected = scripted({
    "https://peer.example/a": redirectTo("https://cdn.example/upload"),
    "https://cdn.example/upload": actorDocument(type),
  });
  expect((await follow(redirected.way, errand, unlimited())).ok).toBe(isTaken);
});

/** A world in which each URL has its answer, everybody else is an actor, and every request is written down. */
function scripted(answers: Readonly<Record<string, () => ExchangeAnswer>>) {
  const asked: string[] = [];
  const tokens: (string | undefined)[] = [];
  const exchange = async (request: ExchangeRequest) => {
    asked.push(request.url.href);
    tokens.push(request.headers["authorization"]);
    return (answers[request.url.href] ?? actorDocument())();
  };
  const way: Way = {
    policy,
    exchange,
    maxBytes: 1000,
    agent: "Koinon/0 (+https://gather.example/)",
    isShutOut: async () => false,
  };
  return { asked, tokens, way };
}

function redirectTo(location: string, status = 302): () => ExchangeAnswer {
  return () => ({ status, headers: { location }, body: Readable.from([]) });
}

function actorDocument(type = "application/activity+json"): () => ExchangeAnswer {
  return () => ({ status: 200, headers: { "content-type": type }, body: Readable.from([Buffer.from("{}")]) });
}

function unlimited(): AbortSignal {
  return new AbortController().signal;
}
