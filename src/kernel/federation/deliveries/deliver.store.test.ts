import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { accepted, refused, type Result } from "../../base/result.ts";
import type { Egress, Errand, Fetched, FetchFailure } from "../egress/egress.ts";
import { federationSchema } from "../federation-schema.ts";
import { createActorKeys } from "../keys/actor-keys.ts";
import type { FollowerInbox } from "../local-actor.ts";
import type { LocalActors } from "../local-actors.ts";
import { pruneFederation } from "../prune.ts";
import { deliveryTables } from "./deliveries.tables.ts";
import { createDeliverer, type Deliverer, type DeliveryLimits } from "./deliver.ts";
import { createSay } from "./say.ts";

let world: TestApplication;
let followers: FollowerInbox[] = [];
let forgotten: string[] = [];
/** What the outside answers; each request is written down. */
let outside: (errand: Errand) => Promise<number | FetchFailure>;
let asked: Errand[] = [];
let said = 0;

beforeAll(async () => {
  world = await openTestApplication({ schema: federationSchema });
});

afterAll(() => world.close());

beforeEach(async () => {
  [followers, forgotten, asked] = [[], [], []];
  outside = async () => 202;
  await world.application.database.write(async (transaction) => {
    for (const table of ["deliveries", "outgoing_activities", "delivery_hosts"] as const) {
      await deliveryTables(transaction).deleteFrom(table).execute();
    }
  });
});

const localActors: LocalActors = {
  byId: async () => undefined,
  byHandle: async () => undefined,
  followers: async (_id, { after, limit }) => followers.filter(({ uri }) => uri > after).slice(0, limit),
  countFollowers: async () => followers.length,
};

const egress: Egress = {
  fetch: async (errand): Promise<Result<Fetched, FetchFailure>> => {
    asked.push(errand);
    await errand.sign?.({ method: "POST", url: new URL(errand.url), body: Buffer.from(errand.body ?? "") });
    const answer = await outside(errand);
    if (typeof answer !== "number") return refused(answer);
    const headers = answer === 429 ? { "retry-after": "7200" } : {};
    return accepted({ url: new URL(errand.url), status: answer, headers, body: new Uint8Array() });
  },
};

/** A freshly started process over the same database. */
function process(limits: Partial<DeliveryLimits> = {}): Deliverer {
  const { application } = world;
  return createDeliverer({
    application,
    egress,
    keys: createActorKeys(application),
    actors: {
      find: async (uri) =>
        uri.includes("gone")
          ? refused({ kind: "gone" })
          : accepted({ actor: remote(uri), keys: [], fetchedAt: application.clock() }),
    },
    localActors,
    people: { forgetFollowers: async (_from, uris) => void forgotten.push(...uris) },
    report: { failed: () => {} },
    limits,
  });
}

function remote(uri: string) {
  const { host } = new URL(uri);
  const name = { handle: `@a@${host}`, host, name: "A", url: uri, type: "Person", alsoKnownAs: [] };
  return { uri, ...name, inbox: `${uri}/inbox`, sharedInbox: undefined, movedTo: undefined, keyChangedAt: undefined };
}

function follower(host: string, name = "a", isShared = true): FollowerInbox {
  const uri = `https://${host}/users/${name}`;
  return { uri, inbox: `${uri}/inbox`, sharedInbox: isShared ? `https://${host}/inbox` : undefined };
}

async function say(to?: readonly string[]): Promise<string> {
  said += 1;
  const id = `https://gather.example/activities/${said}`;
  const activity = { id, sender: "circle", document: JSON.stringify({ id }), isPublic: to === undefined };
  const audience = to === undefined ? ({ kind: "followers" } as const) : ({ kind: "actors", uris: to } as const);
  await createSay(world.application, localActors)(activity, audience);
  return id;
}

function idIn({ body }: Errand): string {
  const { id = "" } = JSON.parse(Buffer.from(body ?? "").toString()) as { readonly id?: string };
  return id;
}

const urls = () => asked.map(({ url }) => url).sort((a, b) => a.localeCompare(b));
const waiting = () =>
  deliveryTables(world.application.read).selectFrom("deliveries").selectAll().orderBy("id").execute();
const hosts = () => deliveryTables(world.application.read).selectFrom("delivery_hosts").selectAll().execute();

test("twenty followers on three servers are two deliveries, and one for each who shares no inbox", async () => {
  followers = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].flatMap((name) =>
    ["one.example", "two.example"].map((host) => follower(host, name)),
  );
  followers.push(follower("three.example", "x", false), follower("three.example", "y", false));
  followers.sort((one, other) => (one.uri < other.uri ? -1 : 1));
  await say();
  expect(await process().pump()).toBe(4);
  expect(urls()).toEqual([
    "https://one.example/inbox",
    "https://three.example/users/x/inbox",
    "https://three.example/users/y/inbox",
    "https://two.example/inbox",
  ]);
  expect(await waiting()).toEqual([]);
});

test("what was said once is not said again, even after all of it was delivered", async () => {
  followers = [follower("one.example")];
  const id = await say();
  await process().pump();
  said -= 1;
  expect(await say()).toBe(id);
  expect(await process().pump()).toBe(0);
  expect(asked).toHaveLength(1);
});

test("an actor named alone is written to at its own inbox, our own actors at none", async () => {
  await say(["https://one.example/users/ana", "https://gather.example/actors/other"]);
  await process().pump();
  expect(urls()).toEqual(["https://one.example/users/ana/inbox"]);
});

test("a process that dies with a delivery in hand loses nothing: another sends the same", async () => {
  followers = [follower("one.example")];
  await say();
  outside = () => new Promise(() => {});
  void process().pump();
  await expect.poll(() => asked.length).toBe(1);
  outside = async () => 202;
  expect(await process().pump()).toBe(0);
  world.clock.pass({ minutes: 1 });
  expect(await process().pump()).toBe(1);
  expect(asked[1]?.body).toEqual(asked[0]?.body);
  expect(await waiting()).toEqual([]);
});

test("no delivery is made twice by many processes at once", async () => {
  followers = Array.from({ length: 60 }, (_, place) => follower(`host-${place.toString().padStart(3, "0")}.example`));
  await say();
  const processes = Array.from({ length: 4 }, () => process());
  await Promise.all(processes.map((one) => one.pump()));
  await Promise.all(processes.map((one) => one.pump()));
  expect(urls()).toHaveLength(60);
  expect(new Set(urls()).size).toBe(60);
});

test("a server that fails is tried again for a week, and then stays as a dead letter for a month", async () => {
  followers = [follower("down.example")];
  await say();
  outside = async () => ({ kind: "unreachable", detail: "connection refused", mayRetry: true });
  for (let hour = 0; hour < 8 * 24; hour++) {
    await process().pump();
    world.clock.pass({ hours: 1 });
  }
  const [letter] = await waiting();
  expect(letter).toMatchObject({ last_error: "connection refused" });
  expect(letter?.given_up_at).not.toBeNull();
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.length).toBeLessThan(40);
  world.clock.pass({ hours: 31 * 24 });
  await pruneFederation(world.application);
  expect(await waiting()).toEqual([]);
  expect(await hosts()).toEqual([]);
});

test("a server that is back gets what it missed, with the same id", async () => {
  followers = [follower("back.example")];
  const id = await say();
  outside = async () => 503;
  await process().pump();
  world.clock.pass({ minutes: 2 });
  outside = async () => 202;
  expect(await process().pump()).toBe(1);
  expect(asked.map(idIn)).toEqual([id, id]);
  expect(await hosts()).toMatchObject([{ failures: 0 }]);
});

test("after five failures in a row a host is left alone for half an hour, then asked once", async () => {
  followers = [follower("down.example"), follower("up.example")];
  outside = async ({ url }) => (url.includes("down") ? 500 : 202);
  for (let message = 0; message < 12; message++) await say();
  for (let turn = 0; turn < 5; turn++) {
    await process().pump();
    world.clock.pass({ minutes: 1 });
  }
  const toDown = () => asked.filter(({ url }) => url.includes("down")).length;
  expect(toDown()).toBe(5);
  for (let turn = 0; turn < 5; turn++) await process().pump();
  expect(toDown()).toBe(5);
  expect(asked.filter(({ url }) => url.includes("up")).length).toBe(10);
  world.clock.pass({ minutes: 30 });
  await process().pump();
  expect(toDown()).toBe(6);
});

test("a server that asks for time gets it", async () => {
  followers = [follower("busy.example")];
  await say();
  outside = async () => 429;
  await process().pump();
  outside = async () => 202;
  world.clock.pass({ minutes: 119 });
  expect(await process().pump()).toBe(0);
  world.clock.pass({ minutes: 2 });
  expect(await process().pump()).toBe(1);
});

test("410 ends the following of everybody behind that inbox, 404 of nobody", async () => {
  followers = [follower("away.example", "a"), follower("away.example", "b"), follower("missing.example")];
  outside = async ({ url }) => (url.includes("away") ? 410 : 404);
  await say();
  await process().pump();
  expect(forgotten).toEqual(["https://away.example/users/a", "https://away.example/users/b"]);
  expect((await waiting()).map(({ last_error, given_up_at }) => [last_error, given_up_at !== null])).toEqual([
    ["HTTP 410", true],
    ["HTTP 404", true],
  ]);
});

test("an inbox at a place where nothing may be sent is a dead letter at once", async () => {
  followers = [follower("rebind.example")];
  await say();
  outside = async () => ({ kind: "refused", detail: "rebind.example leads to 10.0.0.1", mayRetry: false });
  await process().pump();
  expect(await waiting()).toMatchObject([{ last_error: "rebind.example leads to 10.0.0.1" }]);
  world.clock.pass({ hours: 1 });
  expect(await process().pump()).toBe(0);
});

test("a server that refuses the usual signature is knocked at with the other, and remembered", async () => {
  followers = [follower("strict.example")];
  const schemes: string[] = [];
  outside = async (errand) => {
    const headers = (await errand.sign?.({ method: "POST", url: new URL(errand.url), body: new Uint8Array() })) ?? {};
    const isNew = headers["signature-input"] !== undefined;
    schemes.push(isNew ? "rfc9421" : "cavage");
    return isNew ? 202 : 401;
  };
  for (let message = 0; message < 2; message++) {
    await say();
    await process().pump();
  }
  expect(schemes).toEqual(["cavage", "rfc9421", "rfc9421"]);
});

test("messages to one inbox arrive in the order in which they were said, and none waits behind one that failed", async () => {
  const uri = "https://one.example/users/ana";
  const first = await say([uri]);
  const second = await say([uri]);
  const third = await say([uri]);
  outside = async (errand) => (idIn(errand) === first ? 500 : 202);
  const one = process();
  for (let turn = 0; turn < 3; turn++) await one.pump();
  expect(asked.map(idIn)).toEqual([first, second, third]);
});

test("servers that hang keep nobody else waiting", async () => {
  const named = (kind: string) => Array.from({ length: 20 }, (_, place) => follower(`${kind}-${100 + place}.example`));
  // Ten places, and first come the twenty that hang.
  followers = [...named("a-hanging"), ...named("b-fine")];
  await say();
  const released = Promise.withResolvers<number>();
  outside = ({ url }) => (url.includes("hanging") ? released.promise : Promise.resolve(202));
  const controller = new AbortController();
  const listening = process({ atOnce: 10 }).listen(controller.signal);
  await expect.poll(() => asked.filter(({ url }) => url.includes("fine")).length, { timeout: 20_000 }).toBe(20);
  controller.abort();
  released.resolve(504);
  await listening;
}, 30_000);

test("a hundred thousand failing hosts are not remembered", { timeout: 120_000 }, async () => {
  const { application } = world;
  const updated_at = Number(application.clock().epochNanoseconds / 1000n);
  const rows = Array.from({ length: 25_000 }, (_, place) => ({
    host: `fake-${place}.example`,
    failures: 1,
    closed_until: 0,
    scheme: "cavage",
    updated_at: updated_at + place,
  }));
  await application.database.write(async (transaction) => {
    for (let from = 0; from < rows.length; from += 500) {
      await deliveryTables(transaction)
        .insertInto("delivery_hosts")
        .values(rows.slice(from, from + 500))
        .execute();
    }
  });
  await pruneFederation(application);
  expect(await hosts()).toHaveLength(20_000);
});

test("private messages are forgotten after a month, public ones are not", async () => {
  followers = [follower("one.example")];
  const open = await say();
  await say(["https://one.example/users/ana"]);
  for (let turn = 0; turn < 2; turn++) await process().pump();
  world.clock.pass({ hours: 31 * 24 });
  await pruneFederation(world.application);
  const left = await deliveryTables(world.application.read).selectFrom("outgoing_activities").select("id").execute();
  expect(left).toEqual([{ id: open }]);
});
