import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { startFakeFediverse, type FakeFediverse } from "../../../../testing/fake-fediverse.ts";
import type { PlaceShape } from "../../../../testing/fake-place.ts";
import { json } from "../../../../testing/foreign-answers.ts";
import { by } from "../../../../testing/test-application.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { lookAgainAfter } from "../../model/look-up/look.ts";
import { entryByDomain, entryById } from "../../store/entries.read.ts";
import { lookOf } from "../../store/look-up/looks.read.ts";
import { openLooking } from "../open-looking.ts";
import { mostRequests } from "./asking.ts";

/** Two hundred places: most of them honest. */
const counts: readonly (readonly [PlaceShape, number])[] = [
  ["mastodon", 60],
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
  ["huge", 3],
  ["bomb", 2],
  ["deep", 2],
  ["circling", 2],
  ["moved", 2],
  ["linking-elsewhere", 2],
  ["in-trouble", 2],
  ["silent", 2],
  ["opted-out", 3],
  ["disallowing", 3],
  ["noindex", 2],
];
const planned = counts.flatMap(([shape, count]) =>
  Array.from({ length: count }, (_, place) => ({ host: `p${place}.${shape}.example`, shape })),
);
const dead = ["gone.example", "never.example"];

let fediverse: FakeFediverse;
let egress: OpenEgress;
let cast: DirectoryCast;

beforeAll(async () => {
  fediverse = await startFakeFediverse({ network: 72, places: planned });
  cast = await openDirectoryCast((clock) => {
    egress = createEgress({
      origin: new URL("http://127.0.72.251"),
      clock,
      version: "0",
      resolve: fediverse.resolve,
      reachesPrivateAddresses: true,
      deadlineMs: 3_000,
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

test("two hundred places are looked at, each with the manners it asks for", { timeout: 60_000 }, async () => {
  cast.clock.pass({ hours: 1 });
  await cast.pump();
  const outcomes: Record<string, Set<unknown>> = {};
  for (const { host, shape } of planned) (outcomes[shape] ??= new Set()).add(await outcomeOf(host));
  const found = new Set(["found"]);
  const honest = counts.slice(0, 8).map(([shape]) => [shape, found]);
  expect(outcomes).toEqual({
    ...Object.fromEntries(honest),
    slow: new Set(["unreachable"]),
    dripping: new Set(["unreachable"]),
    lying: found,
    huge: new Set(["nothing-said"]),
    bomb: new Set(["nothing-said"]),
    deep: new Set(["nothing-said"]),
    circling: new Set(["nothing-said"]),
    moved: new Set(["elsewhere"]),
    "linking-elsewhere": new Set(["elsewhere"]),
    "in-trouble": new Set(["unreachable"]),
    silent: new Set(["nothing-said"]),
    "opted-out": new Set(["not listed"]),
    disallowing: new Set(["disallowed"]),
    noindex: new Set(["noindex"]),
  });
  for (const host of dead) expect(await outcomeOf(host)).toBe("unreachable");

  const entry = await entryOf("p7.mastodon.example");
  expect(entry?.name).toBe("A place of ours");
  expect(entry?.fields.version?.claim).toMatchObject({
    value: "4.4.1",
    basis: "measured",
    claimant: { kind: "program" },
  });
  expect(entry?.fields.name?.against).toMatchObject([{ value: "p7.mastodon.example", basis: "attested" }]);
});

test("none of them was asked more often, or at once with more others, than allowed", () => {
  for (const { asked } of fediverse.places) expect(asked.length).toBeLessThanOrEqual(mostRequests);
  expect(fediverse.mostAtOnce()).toBeLessThanOrEqual(8);
  const shy = fediverse.places.filter(({ shape }) => shape === "disallowing");
  expect(shy.flatMap(({ asked }) => asked.map(({ path }) => path))).toEqual(shy.map(() => "/robots.txt"));
});

test(
  "a place that is looked at again says the same thing once, and what it said before stays",
  { timeout: 60_000 },
  async () => {
    const before = await entryOf("p1.mastodon.example");
    cast.clock.pass(lookAgainAfter.usually);
    const newer = { version: "2.0", software: { name: "mastodon", version: "4.5.0" }, openRegistrations: false };
    fediverse.place("p1.mastodon.example").serve("/nodeinfo/2.0", json(newer, "application/json"));
    await cast.pump();
    const after = await entryOf("p1.mastodon.example");
    expect(after?.fields.version?.claim.value).toBe("4.5.0");
    expect(after?.fields.name?.claim.at).toEqual(cast.clock.now());
    expect(before?.fields.name?.claim.value).toEqual(after?.fields.name?.claim.value);
    const page = await cast.browser().get(`/directory/${after?.id}`);
    expect(page.words).toMatch(/said before .*Version 4\.4\.1/);
  },
);
