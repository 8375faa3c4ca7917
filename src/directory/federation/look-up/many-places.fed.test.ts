import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { startFakeFediverse, type FakeFediverse } from "../../../../testing/fake-fediverse.ts";
import { honestShapes, understood, type HonestShape, type PlaceShape } from "../../../../testing/fake-place.ts";
import { json, status, text } from "../../../../testing/foreign-answers.ts";
import { by } from "../../../../testing/test-application.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import type { Claim } from "../../model/claims.ts";
import { fieldNames } from "../../model/entry-fields.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { lookAgainAfter } from "../../model/look-up/look.ts";
import { entryByDomain, entryById } from "../../store/entries.read.ts";
import { lookOf } from "../../store/look-up/looks.read.ts";
import { openLooking } from "../open-looking.ts";
import { mostRequests } from "./asking.ts";

/** Two hundred places: most of them honest. */
const counts: readonly (readonly [PlaceShape, number])[] = [
  ["mastodon", 48],
  ["mastodon-3", 10],
  ["gotosocial", 20],
  ["pleroma", 15],
  ["misskey", 15],
  ["peertube", 15],
  ["lemmy", 15],
  ["snac2", 10],
  ["slow", 6],
  ["dripping", 4],
  ["lying", 5],
  ["baiting", 2],
  ["claiming", 2],
  ["mistyped", 2],
  ["huge", 3],
  ["bomb", 2],
  ["deep", 2],
  ["crowded", 2],
  ["circling", 2],
  ["winding", 2],
  ["moved", 2],
  ["linking-elsewhere", 2],
  ["in-trouble", 2],
  ["silent", 2],
  ["opted-out", 2],
  ["disallowing", 2],
  ["huge-robots", 2],
  ["half-open", 2],
  ["noindex", 2],
];
const planned = counts.flatMap(([shape, count]) =>
  Array.from({ length: count }, (_, place) => ({ host: `p${place}.${shape}.example`, shape })),
);
const isHonest = (shape: PlaceShape): shape is HonestShape => honestShapes.some((one) => one === shape);
const of = (...shapes: readonly PlaceShape[]) => planned.filter(({ shape }) => shapes.includes(shape));
/** Names that lead nowhere, and such that lead where nobody listens. */
const dead = ["gone.example", "never.example", "shut.example", "empty.example"];
/** On no list; those that lead astray lead there, and it wants to be left alone. */
const bystander = "bystander.example";
const deadlineMs = 3_000;

let fediverse: FakeFediverse;
let egress: OpenEgress;
let cast: DirectoryCast;

beforeAll(async () => {
  const places = [{ host: bystander, shape: "opted-out" } as const, ...planned];
  fediverse = await startFakeFediverse({ network: 72, places, dead: dead.slice(2) });
  cast = await openDirectoryCast((clock) => {
    egress = createEgress({
      origin: new URL("http://127.0.72.251"),
      clock,
      version: "0",
      resolve: fediverse.resolve,
      reachesPrivateAddresses: true,
      deadlineMs,
    });
    return openLooking({
      egress,
      whereIs: fediverse.whereIs,
      textsOf: async () => [],
      lookUpActor: async () => ({ ok: false, refusal: { kind: "unreachable" } }),
      clock,
      elapsedMs: () => performance.now(),
    });
  });
  const rows = [...planned.map(({ host }) => host), ...dead].map((host) => `${host},${host}`);
  const list = ["name,domain", ...rows].join("\n");
  const input = { from: "given", list, called: "all" } as const;
  valueOf(await cast.application.execute(takeOverList, input, by({ kind: "server" })));
});
afterAll(async () => {
  egress?.close();
  await cast?.close();
  await fediverse?.stop();
});

const entryOf = async (host: string): Promise<DescribedEntry | undefined> => {
  const entry = await entryByDomain(cast.application.read, host);
  return entry === undefined ? undefined : entryById(cast.application.read, entry.id);
};
const outcomeOf = async (host: string) => {
  const entry = await entryByDomain(cast.application.read, host);
  return entry === undefined ? "not listed" : (await lookOf(cast.application.read, entry.id))?.outcome;
};

/** What the program itself found out about a place, field by field. */
const measuredOf = async (host: string): Promise<Readonly<Record<string, unknown>>> => {
  const entry = await entryOf(host);
  if (entry === undefined) return {};
  const claims = fieldNames.flatMap((field): readonly Claim[] => {
    const settled = entry.fields[field];
    return settled === undefined ? [] : [settled.claim, ...settled.against];
  });
  const measured = claims.filter(({ basis }) => basis === "measured");
  return Object.fromEntries(measured.map(({ field, value }) => [field, value]));
};
const askedOf = (...shapes: readonly PlaceShape[]) =>
  of(...shapes).map(({ host }) => fediverse.place(host).asked.map(({ path }) => path));

test("two hundred places are looked at in bounded time and memory", { timeout: 120_000 }, async () => {
  expect(planned).toHaveLength(200);
  cast.clock.pass({ hours: 1 });
  const before = process.memoryUsage().rss;
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const startedAt = performance.now();
  await cast.pump();
  clearInterval(sampling);
  // One deadline for each that keeps us waiting, eight of them side by side; the others answer at once.
  const waiting = Math.ceil(of("slow", "dripping").length / 8) * deadlineMs;
  expect(performance.now() - startedAt).toBeLessThan(waiting + 60_000);
  // The places live in this process too.
  expect((most - before) / 2 ** 20).toBeLessThan(120);
});

test("each of them is told by what came of the look", async () => {
  const outcomes: Record<string, Set<unknown>> = {};
  for (const { host, shape } of planned) (outcomes[shape] ??= new Set()).add(await outcomeOf(host));
  const found = new Set(["found"]);
  expect(outcomes).toEqual({
    ...Object.fromEntries(honestShapes.map((shape) => [shape, found])),
    slow: new Set(["unreachable"]),
    dripping: new Set(["unreachable"]),
    lying: found,
    baiting: found,
    claiming: new Set(["elsewhere"]),
    mistyped: new Set(["nothing-said"]),
    huge: new Set(["nothing-said"]),
    bomb: new Set(["nothing-said"]),
    deep: new Set(["nothing-said"]),
    crowded: new Set(["nothing-said"]),
    circling: new Set(["nothing-said"]),
    winding: new Set(["nothing-said"]),
    moved: new Set(["elsewhere"]),
    "linking-elsewhere": new Set(["elsewhere"]),
    "in-trouble": new Set(["unreachable"]),
    silent: new Set(["nothing-said"]),
    "opted-out": new Set(["not listed"]),
    disallowing: new Set(["disallowed"]),
    "huge-robots": new Set(["disallowed"]),
    "half-open": found,
    noindex: new Set(["noindex"]),
  });
  for (const host of dead) expect(await outcomeOf(host)).toBe("unreachable");
});

test("of each honest one all that it says is found, right, and said to be measured", async () => {
  for (const { host, shape } of planned) {
    if (!isHonest(shape)) continue;
    const { contact, serverActor, ...found } = await measuredOf(host);
    expect([host, found]).toEqual([host, understood[shape]]);
    const own = [contact, serverActor].filter((address) => address !== undefined);
    for (const address of own) expect(address).toMatch(new RegExp(`^${fediverse.whereIs(host)}/`));
  }
  const entry = await entryOf("p7.mastodon.example");
  expect(entry?.name).toBe("A place of ours");
  expect(entry?.fields.version?.claim).toMatchObject({ basis: "measured", claimant: { kind: "program" } });
  expect(entry?.fields.name?.against).toMatchObject([{ value: "p7.mastodon.example", basis: "attested" }]);
});

test("of those that lie, hide or attack nothing is kept but what can be believed", async () => {
  const believed: readonly PlaceShape[] = [...honestShapes, "lying", "baiting", "half-open"];
  for (const { host, shape } of planned)
    if (!believed.includes(shape)) expect([host, await measuredOf(host)]).toEqual([host, {}]);
  for (const { host } of of("lying", "baiting")) {
    const found = await measuredOf(host);
    expect(found).toMatchObject({ languages: ["en", "es"], registration: "application", activeAccounts: "41" });
    expect([found["contact"], found["serverActor"], found["accounts"]].filter(Boolean)).toEqual([]);
    expect(String(found["name"]).length).toBeLessThanOrEqual(120);
  }
});

test("none of them was asked more often, or at once with more others, than allowed", () => {
  for (const { asked } of fediverse.places) expect(asked.length).toBeLessThanOrEqual(mostRequests);
  expect(fediverse.mostAtOnce()).toBeLessThanOrEqual(8);
});

test("none was asked for what it disallows, and one that opted out for nothing more", () => {
  expect(askedOf("disallowing", "huge-robots")).toEqual(of("disallowing", "huge-robots").map(() => ["/robots.txt"]));
  const welcome = ["/robots.txt", "/.well-known/nodeinfo", "/nodeinfo/2.0"];
  expect(askedOf("half-open")).toEqual(of("half-open").map(() => welcome));
  expect(askedOf("opted-out")).toEqual(of("opted-out").map(() => ["/robots.txt", "/.well-known/koinon.json"]));
  const untilFront = ["/robots.txt", "/.well-known/koinon.json", "/"];
  expect(askedOf("noindex")).toEqual(of("noindex").map(() => untilFront));
});

test("nobody led us to somebody who is on no list", () => {
  expect(fediverse.place(bystander).asked).toEqual([]);
});

test("nobody made us take more than a little", () => {
  const taken = fediverse.places.map((place) => place.bytesSent());
  // What lies in the buffers of two sockets comes on top of what was read.
  expect(Math.max(...taken)).toBeLessThan(16 * 1024 * 1024);
});

describe("a week later", () => {
  const [renewed, sold] = ["p1.mastodon.example", "p2.mastodon.example"];
  let before: readonly (DescribedEntry | undefined)[];
  let said: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    before = [await entryOf(renewed), await entryOf(sold)];
    said = await measuredOf(sold);
    const newer = { version: "2.0", software: { name: "mastodon", version: "4.5.0" }, openRegistrations: false };
    fediverse.place(renewed).serve("/nodeinfo/2.0", json(newer, "application/json"));
    for (const path of ["/.well-known/nodeinfo", "/nodeinfo/2.0", "/api/v2/instance"])
      fediverse.place(sold).serve(path, status(404));
    fediverse.place(sold).serve("/", text("<title>This name is for sale</title>", "text/html"));
    cast.clock.pass(lookAgainAfter.usually);
    await cast.pump();
  }, 120_000);

  test("a place says the same thing once, and what it said before stays", async () => {
    const after = await entryOf(renewed);
    expect(after?.fields.version?.claim.value).toBe("4.5.0");
    expect(after?.fields.name?.claim.at).toEqual(cast.clock.now());
    expect(before[0]?.fields.name?.claim.value).toEqual(after?.fields.name?.claim.value);
    const page = await cast.browser().get(`/directory/${after?.id}`);
    expect(page.words).toMatch(/said before .*Version 4\.4\.1/);
  });

  test("a place whose name was sold keeps what it said, with its age, and nothing of whoever bought it", async () => {
    expect(await outcomeOf(sold)).toBe("nothing-said");
    expect(await measuredOf(sold)).toEqual(said);
    expect((await entryOf(sold))?.fields.version?.claim.at).toEqual(before[1]?.fields.version?.claim.at);
  });
});
