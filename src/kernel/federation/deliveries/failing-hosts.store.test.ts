import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { follower, idIn, openDeliveryWorld, type DeliveryWorld } from "../../../../testing/delivery-world.ts";
import { pruneFederation } from "../prune.ts";
import { deliveryTables } from "./deliveries.tables.ts";

let world: DeliveryWorld;

beforeAll(async () => {
  world = await openDeliveryWorld();
});

beforeEach(() => world.reset());

afterAll(() => world.close());

test("a server that fails is tried again for a week, and then stays as a dead letter for a month", async () => {
  world.followers = [follower("down.example")];
  await world.say();
  world.outside = async () => ({ kind: "unreachable", detail: "connection refused", mayRetry: true });
  for (let hour = 0; hour < 8 * 24; hour++) {
    await world.process().pump();
    world.clock.pass({ hours: 1 });
  }
  const [letter] = await world.waiting();
  expect(letter).toMatchObject({ last_error: "connection refused" });
  expect(letter?.given_up_at).not.toBeNull();
  expect(world.asked.length).toBeGreaterThan(10);
  expect(world.asked.length).toBeLessThan(40);
  world.clock.pass({ hours: 31 * 24 });
  await pruneFederation(world.application);
  expect(await world.waiting()).toEqual([]);
  expect(await world.hosts()).toEqual([]);
});

test("a server that is back gets what it missed, with the same id", async () => {
  world.followers = [follower("back.example")];
  const id = await world.say();
  world.outside = async () => 503;
  await world.process().pump();
  world.clock.pass({ minutes: 2 });
  world.outside = async () => 202;
  expect(await world.process().pump()).toBe(1);
  expect(world.asked.map(idIn)).toEqual([id, id]);
  expect(await world.hosts()).toMatchObject([{ failures: 0 }]);
});

test("after five failures in a row a host is left alone for half an hour, then asked once", async () => {
  world.followers = [follower("down.example"), follower("up.example")];
  world.outside = async ({ url }) => (url.includes("down") ? 500 : 202);
  for (let message = 0; message < 12; message++) await world.say();
  for (let turn = 0; turn < 5; turn++) {
    await world.process().pump();
    world.clock.pass({ minutes: 1 });
  }
  const toDown = () => world.asked.filter(({ url }) => url.includes("down")).length;
  expect(toDown()).toBe(5);
  for (let turn = 0; turn < 5; turn++) await world.process().pump();
  expect(toDown()).toBe(5);
  expect(world.asked.filter(({ url }) => url.includes("up")).length).toBe(10);
  world.clock.pass({ minutes: 30 });
  await world.process().pump();
  expect(toDown()).toBe(6);
});

test("a server that asks for time gets it", async () => {
  world.followers = [follower("busy.example")];
  await world.say();
  world.outside = async () => 429;
  await world.process().pump();
  world.outside = async () => 202;
  world.clock.pass({ minutes: 119 });
  expect(await world.process().pump()).toBe(0);
  world.clock.pass({ minutes: 2 });
  expect(await world.process().pump()).toBe(1);
});

test("410 ends the following of everybody behind that inbox, 404 of nobody", async () => {
  world.followers = [follower("away.example", "a"), follower("away.example", "b"), follower("missing.example")];
  world.outside = async ({ url }) => (url.includes("away") ? 410 : 404);
  await world.say();
  await world.process().pump();
  expect(world.forgotten).toEqual(["https://away.example/users/a", "https://away.example/users/b"]);
  expect((await world.waiting()).map(({ last_error, given_up_at }) => [last_error, given_up_at !== null])).toEqual([
    ["HTTP 410", true],
    ["HTTP 404", true],
  ]);
});

test("an inbox at a place where nothing may be sent is a dead letter at once", async () => {
  world.followers = [follower("rebind.example")];
  await world.say();
  world.outside = async () => ({ kind: "refused", detail: "rebind.example leads to 10.0.0.1", mayRetry: false });
  await world.process().pump();
  expect(await world.waiting()).toMatchObject([{ last_error: "rebind.example leads to 10.0.0.1" }]);
  world.clock.pass({ hours: 1 });
  expect(await world.process().pump()).toBe(0);
});

test("a server that refuses the usual signature is knocked at with the other, and remembered", async () => {
  world.followers = [follower("strict.example")];
  const schemes: string[] = [];
  world.outside = async (errand) => {
    const headers = (await errand.sign?.({ method: "POST", url: new URL(errand.url), body: new Uint8Array() })) ?? {};
    const isNew = headers["signature-input"] !== undefined;
    schemes.push(isNew ? "rfc9421" : "cavage");
    return isNew ? 202 : 401;
  };
  for (let message = 0; message < 2; message++) {
    await world.say();
    await world.process().pump();
  }
  expect(schemes).toEqual(["cavage", "rfc9421", "rfc9421"]);
});

test("servers that hang keep nobody else waiting", async () => {
  const named = (kind: string) => Array.from({ length: 20 }, (_, place) => follower(`${kind}-${100 + place}.example`));
  // Ten places, and first come the twenty that hang.
  world.followers = [...named("a-hanging"), ...named("b-fine")];
  await world.say();
  const released = Promise.withResolvers<number>();
  world.outside = ({ url }) => (url.includes("hanging") ? released.promise : Promise.resolve(202));
  const controller = new AbortController();
  const listening = world.process({ atOnce: 10 }).listen(controller.signal);
  await expect.poll(() => world.asked.filter(({ url }) => url.includes("fine")).length, { timeout: 20_000 }).toBe(20);
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
  expect(await world.hosts()).toHaveLength(20_000);
});
