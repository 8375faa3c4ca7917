import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startFakeFediverse, type FakeFediverse } from "../../../../testing/fake-fediverse.ts";
import { honestShapes, shyShapes, understood, type PlaceShape } from "../../../../testing/fake-place.ts";
import { redirect, status, text } from "../../../../testing/foreign-answers.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { hugeBytes, innerAddresses, trapShapes } from "../../../../testing/trap-place.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import type { Look, LookManner } from "../../model/look-up/look.ts";
import { mostRequests } from "./asking.ts";
import { boundedLooks } from "./bounded-looks.ts";
import { placeLooker, type LookWays } from "./look-at-place.ts";

const shapes: readonly PlaceShape[] = [...honestShapes, ...shyShapes, ...trapShapes];
const host = (shape: PlaceShape) => `${shape}.example`;

let fediverse: FakeFediverse;
let egress: OpenEgress;
let ways: LookWays;
const clock = testClock();
const dns = new Map<string, readonly string[] | "away">();

beforeAll(async () => {
  fediverse = await startFakeFediverse({ network: 71, places: shapes.map((shape) => ({ host: host(shape), shape })) });
  egress = createEgress({
    origin: new URL("http://127.0.71.251"),
    clock: clock.now,
    version: "0",
    resolve: fediverse.resolve,
    reachesPrivateAddresses: true,
    deadlineMs: 1_500,
  });
  ways = {
    egress,
    whereIs: fediverse.whereIs,
    textsOf: async (name) => {
      const texts = dns.get(name) ?? [];
      if (texts === "away") throw new Error("the resolver does not answer");
      return texts;
    },
    clock: clock.now,
    elapsedMs: () => performance.now(),
  };
});
// What failed is remembered for a minute.
beforeEach(() => clock.pass({ minutes: 2 }));
afterAll(async () => {
  egress.close();
  await fediverse.stop();
});

const lookAt = (shape: PlaceShape, manner: LookManner = "by-itself") => placeLooker(ways)(host(shape), manner);
const facts = (look: Look) => Object.fromEntries(look.facts.map(({ field, value }) => [field, value]));
const askedOf = (shape: PlaceShape) => fediverse.place(host(shape)).asked.map(({ path }) => path);

describe("what a place says of itself", () => {
  test.each(honestShapes)("is read off %s", async (shape) => {
    const look = await lookAt(shape);
    expect(look.outcome).toBe("found");
    const { contact, serverActor, ...found } = facts(look);
    expect(found).toEqual(understood[shape]);
    expect(contact).toBe(look.contact);
    expect(serverActor).toBe(shape === "mastodon" ? `${fediverse.whereIs(host(shape))}/actor` : undefined);
  });

  test.each([
    ["mastodon", "/@admin"],
    ["mastodon-3", "/@admin"],
    ["pleroma", "/users/admin"],
    ["snac2", "/admin"],
  ] as const)("names its contact, on %s", async (shape, path) => {
    expect((await lookAt(shape)).contact).toBe(`${fediverse.whereIs(host(shape))}${path}`);
  });

  test("carries the address at which it was said, and who asked it says how to be reached", async () => {
    const look = await lookAt("mastodon");
    const name = look.facts.find(({ field }) => field === "name");
    expect(name?.source).toBe(`${fediverse.whereIs("mastodon.example")}/api/v2/instance`);
    expect(fediverse.place("mastodon.example").asked[0]?.agent).toBe("Koinon/0 (+http://127.0.71.251/)");
  });
});

describe("manners", () => {
  test("a place that asks programs to stay away is asked for its robots.txt alone", async () => {
    expect((await lookAt("disallowing")).outcome).toBe("disallowed");
    expect(new Set(askedOf("disallowing"))).toEqual(new Set(["/robots.txt"]));
  });

  test("what is disallowed is not asked for, and the rest is", async () => {
    const look = await lookAt("half-open");
    expect(facts(look)).toMatchObject({ software: ["mastodon"], accounts: "120" });
    expect(askedOf("half-open")).toEqual(["/robots.txt", "/.well-known/nodeinfo", "/nodeinfo/2.0"]);
  });

  test("a robots.txt that cannot be read keeps us away", async () => {
    expect((await lookAt("huge-robots")).outcome).toBe("disallowed");
    expect(askedOf("huge-robots")).toEqual(["/robots.txt"]);
  });

  test("a front page that asks to be in no index keeps us away", async () => {
    expect(await lookAt("noindex")).toMatchObject({ outcome: "noindex", facts: [] });
    expect(askedOf("noindex")).not.toContain("/nodeinfo/2.0");
  });

  test("a place that does not want to be listed is looked at no further", async () => {
    expect(await lookAt("opted-out")).toMatchObject({ outcome: "opted-out", facts: [] });
    expect(askedOf("opted-out")).toEqual(["/robots.txt", "/.well-known/koinon.json"]);
  });

  test("no place is asked more often than allowed", () => {
    for (const { asked } of fediverse.places) expect(asked.length).toBeLessThanOrEqual(3 * mostRequests);
  });
});

describe("a place that lies, hides or attacks", () => {
  test.each([
    ["slow", "unreachable"],
    ["dripping", "unreachable"],
    ["in-trouble", "unreachable"],
    ["huge", "nothing-said"],
    ["bomb", "nothing-said"],
    ["deep", "nothing-said"],
    ["crowded", "nothing-said"],
    ["mistyped", "nothing-said"],
    ["circling", "nothing-said"],
    ["winding", "nothing-said"],
    ["silent", "nothing-said"],
  ] as const)("gives nothing that is kept where it is %s", async (shape, outcome) => {
    // The API of the software would say the rest.
    const look = await lookAt(shape);
    expect(look).toMatchObject({ outcome, facts: [] });
  });

  test("is not read at all where two programs would read it differently", async () => {
    const twice = '{"software":{"name":"one","version":"1"},"software":{"name":"two","version":"2"}}';
    fediverse.place(host("deep")).serve("/nodeinfo/2.0", text(twice, "application/json"));
    expect(await lookAt("deep")).toMatchObject({ outcome: "nothing-said", facts: [] });
  });

  test("is sent away before it has sent much, however much it would send", async () => {
    await lookAt("huge");
    const sent = () => fediverse.place(host("huge")).bytesSent();
    await waitFor("the end of the connection", () => sent() > 1024 * 1024);
    expect(sent()).toBeLessThan(hugeBytes / 2);
  });

  test("is believed in what can be, without its tricks", async () => {
    const found = facts(await lookAt("lying"));
    expect(found).toMatchObject({
      software: ["mastodon"],
      summary: "Fine.",
      languages: ["en", "es"],
      activeAccounts: "41",
    });
    expect(String(found["name"])).toHaveLength(120);
    expect(String(found["name"])).not.toContain("\u202E");
    expect(found["accounts"]).toBeUndefined();
    expect(found["contact"]).toBeUndefined();
  });

  test("leads us to no other host, which is only named", async () => {
    const before = fediverse.place("mastodon.example").asked.length;
    expect(await lookAt("moved")).toMatchObject({ outcome: "elsewhere", leadsTo: "mastodon.example", facts: [] });
    expect(await lookAt("linking-elsewhere")).toMatchObject({ outcome: "elsewhere", leadsTo: "mastodon.example" });
    expect(fediverse.place("mastodon.example").asked).toHaveLength(before);
  });

  test("goes nowhere that its documents name, and takes for its own what is", async () => {
    const look = await lookAt("baiting");
    const { contact, serverActor, ...found } = facts(look);
    expect(found).toEqual({
      name: "A place of ours",
      summary: "Run by its members.",
      languages: ["en", "es"],
      registration: "application",
      activeAccounts: "41",
    });
    expect([contact, serverActor, look.contact]).toEqual([undefined, undefined, undefined]);
    const ways = ["/robots.txt", "/.well-known/koinon.json", "/", "/.well-known/nodeinfo", "/api/v2/instance"];
    expect(askedOf("baiting")).toEqual(ways);
  });

  test("has no say over another, to which it leads who asks whether it wants to be listed", async () => {
    fediverse.place("mastodon.example").serve("/.well-known/koinon.json", text('{"list":false}', "application/json"));
    expect(await lookAt("claiming")).toMatchObject({ outcome: "elsewhere", facts: [] });
    fediverse.place("mastodon.example").serve("/.well-known/koinon.json", status(404));
  });

  test("leads us around for a few steps, and is then asked for the rest", async () => {
    await lookAt("winding");
    const paths = askedOf("winding");
    const last = paths.slice(paths.lastIndexOf("/robots.txt"));
    expect(last.filter((path) => path.startsWith("/hop/"))).toHaveLength(3);
    expect(last).toContain("/api/v2/instance");
  });

  test.each(innerAddresses)("is led by no redirect to %s", async (inner) => {
    const place = fediverse.place("moved.example");
    const before = place.asked.length;
    place.serve("/robots.txt", redirect(inner));
    expect(await lookAt("moved")).toMatchObject({ outcome: "elsewhere", facts: [] });
    expect(place.asked).toHaveLength(before + 1);
  });

  test.each([
    "127.0.71.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::ffff:127.0.71.1",
    "fc00::1",
    "fe80::1",
    "64:ff9b::7f00:4701",
    "2002:7f00:4701::",
  ])("is not asked where its name leads to %s", async (address) => {
    const family = address.includes(":") ? 6 : 4;
    const guarded = createEgress({
      origin: new URL("http://127.0.71.251"),
      clock: clock.now,
      version: "0",
      resolve: async () => [{ address, family }],
      morePorts: [Number(new URL(fediverse.whereIs("x.example")).port)],
    });
    const before = fediverse.places.map(({ asked }) => asked.length);
    const look = await placeLooker({ ...ways, egress: guarded })("mastodon.example", "by-itself");
    guarded.close();
    expect(look).toMatchObject({ outcome: "unreachable", facts: [] });
    expect(fediverse.places.map(({ asked }) => asked.length)).toEqual(before);
  });

  test("that is not there is unreachable", async () => {
    expect((await placeLooker(ways)("gone.example", "by-itself")).outcome).toBe("unreachable");
  });

  test("that always answers at the last moment is left after a while", async () => {
    let elapsed = 0;
    const slowly = { ...ways, elapsedMs: () => (elapsed += 8_000) };
    await placeLooker(slowly)("lemmy.example", "by-itself");
    const paths = askedOf("lemmy");
    expect(paths.slice(paths.lastIndexOf("/robots.txt"))).toEqual(["/robots.txt"]);
  });
});

describe("looking because somebody asked for verification", () => {
  const code = "koinon-bcdfghjkmnpqrtvwxz34";

  test("goes past robots.txt and noindex, for that was asked", async () => {
    expect(await lookAt("disallowing", "asked")).toMatchObject({ outcome: "found", sawAllWays: true });
    expect(await lookAt("noindex", "asked")).toMatchObject({ outcome: "found" });
  });

  test("does not go past a wish not to be listed", async () => {
    expect(await lookAt("opted-out", "asked")).toMatchObject({ outcome: "opted-out" });
  });

  test.each([
    ["well-known", "/.well-known/koinon.json", text(`{"proof":"${code}"}`, "application/json")],
    [
      "rel-me",
      "/",
      text(`<a class="x" rel='nofollow me' href="https://gather.example/directory/1?proof=${code}">x</a>`, "text/html"),
    ],
    ["rel-me", "/about", text(`<link rel=me href=https://gather.example/directory/1?proof=${code}>`, "text/html")],
  ] as const)("finds a code by %s at %s", async (by, path, answer) => {
    fediverse.place("snac2.example").serve(path, answer);
    expect((await lookAt("snac2", "asked")).shown).toEqual([{ by, code }]);
    fediverse.place("snac2.example").serve(path, text("", "text/plain"));
  });

  test("finds a code in the DNS, and knows when it could not ask there", async () => {
    dns.set("_koinon.snac2.example", ["v=spf1 -all", `proof=${code}`]);
    expect(await lookAt("snac2", "asked")).toMatchObject({ shown: [{ by: "dns", code }], sawAllWays: true });
    dns.set("_koinon.snac2.example", "away");
    expect(await lookAt("snac2", "asked")).toMatchObject({ shown: [], sawAllWays: false });
  });

  test("takes a link without rel=me for nothing", async () => {
    fediverse
      .place("lemmy.example")
      .serve("/", text(`<a href="https://gather.example/?proof=${code}">x</a>`, "text/html"));
    expect((await lookAt("lemmy", "asked")).shown).toEqual([]);
  });
});

describe("many looks", () => {
  test("go on a few at a time, one of each host, and none again at once", async () => {
    let atOnce = 0;
    let most = 0;
    let looks = 0;
    const look = async (): Promise<Look> => {
      looks += 1;
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => void setImmediate(resolve));
      atOnce -= 1;
      return {
        outcome: "found",
        at: clock.now(),
        facts: [],
        contact: undefined,
        leadsTo: undefined,
        shown: [],
        sawAllWays: false,
      };
    };
    const bounded = boundedLooks(look, clock.now);
    const hosts = Array.from({ length: 60 }, (_, place) => `p${place % 30}.example`);
    await Promise.all(hosts.map((one) => bounded(one, "by-itself")));
    expect([looks, most]).toEqual([30, 8]);
    await bounded("p1.example", "by-itself");
    expect(looks).toBe(30);
    clock.pass({ minutes: 11 });
    await bounded("p1.example", "by-itself");
    expect(looks).toBe(31);
    const flood = Array.from({ length: 300 }, (_, place) => bounded(`f${place}.example`, "by-itself"));
    expect((await Promise.all(flood)).filter((one) => one === "busy").length).toBe(300 - 108);
  });

  test("are thirty an hour for one person, and go on for others", async () => {
    const nothing = { facts: [], contact: undefined, leadsTo: undefined, shown: [], sawAllWays: false };
    const bounded = boundedLooks(async () => ({ ...nothing, outcome: "nothing-said", at: clock.now() }), clock.now);
    const looks = (person: string, round: number) =>
      Promise.all(Array.from({ length: 31 }, (_, place) => bounded(`${round}-${place}.example`, "by-itself", person)));
    expect((await looks("ada", 1)).filter((look) => look === "enough")).toHaveLength(1);
    expect((await looks("grace", 2)).filter((look) => look === "enough")).toHaveLength(1);
    expect(await bounded("1-0.example", "by-itself", "ada")).not.toBe("enough");
    clock.pass({ minutes: 61 });
    expect(await bounded("later.example", "by-itself", "ada")).not.toBe("enough");
  });
});
